package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import org.immutables.value.Value;

/** Settings of {@link NodeExporterHost}. */
@Value.Immutable
public interface NodeExporterHostProps extends HostProps {
  /** The machine. */
  HostPlan host();

  /** Where it answers; what the plan calls {@code node-exporter} by default. */
  @Value.Default
  default HostService service() {
    return host().service("node-exporter");
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NodeExporterHostProps}. */
  final class Builder extends ImmutableNodeExporterHostProps.Builder {}
}

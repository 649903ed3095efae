package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.plan.HostService;
import org.immutables.value.Value;

/** Settings of {@link NodeExporterHost}. */
@Value.Immutable
public interface NodeExporterHostProps extends HasHost {
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

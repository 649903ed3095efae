package io.github.homelab4j.observability;

import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link NodeExporter}. */
@Value.Immutable
public interface NodeExporterProps extends HelmProps {
  /** What has it scraped. */
  enum Monitor {
    /** A ServiceMonitor: its pods are found behind its Service. */
    SERVICE,
    /** A PodMonitor: its pods are found as they are, and samples have no label {@code service}. */
    POD
  }

  /** What has it scraped; a ServiceMonitor by default. */
  @Value.Default
  default Monitor monitor() {
    return Monitor.SERVICE;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NodeExporterProps}. */
  final class Builder extends ImmutableNodeExporterProps.Builder {}
}

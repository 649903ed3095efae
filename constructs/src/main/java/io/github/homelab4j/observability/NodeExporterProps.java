package io.github.homelab4j.observability;

import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link NodeExporter}: there is nothing to decide. */
@Value.Immutable
public interface NodeExporterProps extends HelmProps {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NodeExporterProps}. */
  final class Builder extends ImmutableNodeExporterProps.Builder {}
}

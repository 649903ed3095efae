package io.github.homelab4j.mesh;

import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link IstioBase}. */
@Value.Immutable
public interface IstioBaseProps extends HelmProps {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IstioBaseProps}. */
  final class Builder extends ImmutableIstioBaseProps.Builder {}
}

package io.github.homelab4j.networking;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasIngress;
import io.github.homelab4j.core.ServiceRef;
import org.immutables.value.Value;

/** Settings of {@link HubbleUi}. */
@Value.Immutable
public interface HubbleUiProps extends ComponentProps, HasIngress {
  /** Hubble's web interface, as Cilium provides it. */
  ServiceRef ui();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HubbleUiProps}. */
  final class Builder extends ImmutableHubbleUiProps.Builder {}
}

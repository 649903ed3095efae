package org.example.fleet;

import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.ServiceRef;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link Application}. */
@Value.Immutable
public interface ApplicationProps extends HelmProps {
  /** How many objects it emits; at least 2. */
  int objects();

  /** How often it asks again. */
  int retries();

  /** What it asks; nothing by default. */
  Optional<ServiceRef> asks();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ApplicationProps}. */
  final class Builder extends ImmutableApplicationProps.Builder {}
}

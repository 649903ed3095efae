package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.ServiceRef;
import java.util.HashSet;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link OnePasswordStore}. */
@Value.Immutable
public interface OnePasswordStoreProps extends ComponentProps {
  /** The Connect server. */
  ServiceRef connect();

  /** The token that Connect was given for these vaults; a Secret that the owner brings. */
  SecretKeyRef token();

  /** Names of the vaults; an item is looked for in this order. */
  List<String> vaults();

  /** At least one vault, each once. */
  @Value.Check
  default void check() {
    if (vaults().isEmpty() || new HashSet<>(vaults()).size() < vaults().size()) {
      Invalid.setting(
          "vaults is %s: name each vault that the token may read, once".formatted(vaults()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OnePasswordStoreProps}. */
  final class Builder extends ImmutableOnePasswordStoreProps.Builder {}
}

package io.github.homelab4j.storage;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.NfsExportRef;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link NfsVolume}. */
@Value.Immutable
public interface NfsVolumeProps extends ComponentProps {
  /** The namespace of those who use it. */
  @Override
  Optional<NamespaceRef> namespace();

  /** What is mounted. */
  NfsExportRef export();

  /**
   * How large it is said to be; 1 GiB by default. NFS has room as its server has: the number is
   * compared with what the claim asks for, and with nothing else.
   */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(1);
  }

  /** Whose namespace it is, is said. */
  @Value.Check
  default void check() {
    if (namespace().isEmpty()) {
      Invalid.setting(
          "volume of %s is in no namespace: name the one of those who use it"
              .formatted(export().describe()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NfsVolumeProps}. */
  final class Builder extends ImmutableNfsVolumeProps.Builder {}
}

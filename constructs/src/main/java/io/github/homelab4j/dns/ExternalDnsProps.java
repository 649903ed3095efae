package io.github.homelab4j.dns;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link ExternalDns}. */
@Value.Immutable
public interface ExternalDnsProps extends HelmProps, HasMetrics {
  /** Who keeps the records. */
  DnsProvider provider();

  /** The domains whose records it may write. */
  List<Hostname> domains();

  /** How its records are told from those of others in the same zone; the cluster's name does. */
  String owner();

  /**
   * Whether records of what is gone are deleted; off by default, so that a mistake in the cluster
   * takes no name away.
   */
  @Value.Default
  default boolean deletes() {
    return false;
  }

  /** There is a domain. */
  @Value.Check
  default void check() {
    if (domains().isEmpty()) {
      Invalid.setting(
          "domains is empty, which allows every zone of the account: name the homelab's domain");
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ExternalDnsProps}. */
  final class Builder extends ImmutableExternalDnsProps.Builder {}
}

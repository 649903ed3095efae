package io.github.homelab4j.dns;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.Ip;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link CoreDns}. */
@Value.Immutable
public interface CoreDnsProps extends HelmProps, HasReplicas, HasMetrics {
  /**
   * The address of cluster DNS: where the kubelets send pods, the tenth of the cluster's service
   * range.
   */
  Ip address();

  /**
   * Host names that resolve to addresses of the homelab, as the plan has them; none by default.
   * What only those outside are answered is left out.
   */
  List<DnsRecord> records();

  /**
   * Servers that are asked for everything else, before {@link #nameServers()}; without either,
   * those of the node.
   */
  List<Ip> upstreams();

  /** DNS servers of the homelab's machines that are asked for everything else; none by default. */
  List<HostServiceRef> nameServers();

  /**
   * How long answers from outside are kept, at most; 30 seconds by default, so that a changed
   * record is seen soon.
   */
  @Value.Default
  default Duration cache() {
    return Duration.ofSeconds(30);
  }

  /** How long those who ask keep the homelab's own records; a minute by default. */
  @Value.Default
  default Duration recordTtl() {
    return Duration.ofMinutes(1);
  }

  /** There is a server, and each record is one name. */
  @Value.Check
  default void check() {
    if (replicas() < 1) {
      Invalid.setting(
          "replicas is %s: without DNS no Service is found: run at least 1".formatted(replicas()));
    }
    records().stream()
        .filter(record -> record.view() == DnsRecord.View.INSIDE)
        .filter(record -> record.hostname().name().startsWith("*"))
        .findFirst()
        .ifPresent(
            record -> {
              Invalid.setting(
                  "record %s is a pattern, which a hosts block does not know: list the names"
                      .formatted(record.hostname()));
            });
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CoreDnsProps}. */
  final class Builder extends ImmutableCoreDnsProps.Builder {}
}

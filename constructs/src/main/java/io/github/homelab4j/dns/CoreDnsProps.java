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

  /** Servers that are asked for everything else; by default those of the node. */
  List<Ip> upstreams();

  /**
   * The home's own servers, on machines of the plan, that are asked for everything else instead;
   * none by default.
   */
  List<HostServiceRef> servers();

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

  /** There is a server, it knows whom to ask, and each record is one name. */
  @Value.Check
  default void check() {
    if (replicas() < 1) {
      Invalid.setting(
          "replicas is %s: without DNS no Service is found: run at least 1".formatted(replicas()));
    }
    if (!upstreams().isEmpty() && !servers().isEmpty()) {
      Invalid.setting(
          "upstreams are %s, and servers %s as well, which would be asked by turns and answer differently: leave one out"
              .formatted(upstreams(), servers().stream().map(HostServiceRef::hostPort).toList()));
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

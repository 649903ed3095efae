package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Quantity;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link Fluentd}. */
@Value.Immutable
public interface FluentdProps extends HelmProps, HasStorage, HasMetrics {
  /** Where it sends all logs: {@link Loki#push()}. */
  ServiceRef logs();

  /** Its address, taken from the cluster's pool. */
  Reservation address();

  /** What gives its Service that address. */
  OperatorRef loadBalancers();

  /** Networks whose machines may send to it; none by default: all that reach its address. */
  List<Cidr> senders();

  /**
   * The time zone of machines whose syslog does not tell one, as that of RFC 3164 never does; UTC
   * by default. Loki refuses lines that seem to come from the future.
   */
  @Value.Default
  default ZoneId timeZone() {
    return ZoneOffset.UTC;
  }

  /**
   * The size of its volume, where logs wait that the store does not take; 2Gi by default, at least
   * 100Mi. The oldest go when nine tenths are used.
   */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(2);
  }

  /** What it asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(50), Quantity.mi(160), Quantity.mi(512));
  }

  /** Its volume has room for a buffer, and the zone a name that it knows. */
  @Value.Check
  default void check() {
    if (size().compareTo(Quantity.mi(100)) < 0) {
      Invalid.setting(
          "size is %s: give its buffer at least 100Mi, as Quantity.gi(2)".formatted(size()));
    }
    if (!(timeZone().normalized() instanceof ZoneOffset) && !timeZone().getId().contains("/")) {
      Invalid.setting(
          "time zone is %s, a short form that Fluentd does not know: name it as Europe/Copenhagen"
              .formatted(timeZone()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link FluentdProps}. */
  final class Builder extends ImmutableFluentdProps.Builder {}
}

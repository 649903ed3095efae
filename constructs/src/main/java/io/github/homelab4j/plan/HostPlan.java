package io.github.homelab4j.plan;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A machine outside Kubernetes that the homelab relies on: a router, a storage box, a proxy. */
@Value.Immutable
public interface HostPlan extends Machine {
  @Override
  String name();

  /** What it is and does, in a few words. */
  String purpose();

  /** Its addresses: one or more, the first being where the others reach it. */
  List<Ip> addresses();

  /** What it serves; nothing by default. */
  List<HostService> services();

  /** Its side of BGP, when it is a router that clusters peer with. */
  Optional<BgpRouter> bgp();

  /** Whether Docker runs on it, and so Docker's own bridge; off by default. */
  @Value.Default
  default boolean runsDocker() {
    return false;
  }

  /** The line of the plan that built it. */
  @Value.Auxiliary
  @Value.Derived
  default Origin origin() {
    return Origin.here();
  }

  @Override
  default Ip address() {
    return addresses().get(0);
  }

  /**
   * One of the services that it serves.
   *
   * @throws InvalidPropsException when the plan does not name it
   */
  default HostService service(String name) {
    return services().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidPropsException(
                    "host %s serves no '%s', only %s: add the service to it in the plan"
                        .formatted(
                            name(), name, services().stream().map(HostService::name).toList())));
  }

  /** It has a name that resolvers take, and is somewhere. */
  @Value.Check
  default void check() {
    Hostname.of(name());
    if (addresses().isEmpty()) {
      Invalid.setting(
          "host %s has no address: give it one, or make it an OutsideService with a URL"
              .formatted(name()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link HostPlan}. */
  final class Builder extends ImmutableHostPlan.Builder {}
}

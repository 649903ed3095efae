package io.github.homelab4j.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.CacheRef;
import io.github.homelab4j.core.CephRef;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.kube.Meta;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Services of other clusters as a cluster sees them: a Service of the same name and namespace
 * without pods of its own, which the mesh fills with the other cluster's. One unit a namespace.
 *
 * @see <a href="https://docs.cilium.io/en/stable/network/clustermesh/services/">Cilium global
 *     services</a>
 */
final class Twins {
  /**
   * What may be used from another cluster: it is reached through a Service, the Gateway or the
   * secret store.
   */
  static final Set<Class<? extends Ref>> REACHABLE =
      Set.of(
          DatabaseRef.class,
          CephRef.class,
          CacheRef.class,
          OidcClientRef.class,
          ObjectStoreRef.class,
          BucketRef.class,
          StoreItemRef.class,
          StoreKeyRef.class);

  private static final String GLOBAL = "service.cilium.io/global";
  // A twin has no pods of its own to share.
  private static final String SHARED = "service.cilium.io/shared";

  private final Map<String, Unit> units = new TreeMap<>();

  /** The unit that holds the twin of a service; the twin is made when it is not there yet. */
  Unit of(ServiceRef service) {
    var unit =
        units.computeIfAbsent(
            service.namespace(),
            namespace ->
                Unit.of(
                    "global-services-" + namespace,
                    namespace,
                    service.provider().component().orElseThrow().origin()));
    var there = unit.objects().filter(object -> object.name().equals(service.name())).findFirst();
    if (there.isEmpty()) {
      unit.app().objects().add(Emitted.of(twin(service)));
    } else if (there.get().at("/spec/ports").findValues("port").stream()
        .noneMatch(port -> port.intValue() == service.port().number())) {
      var ports = (ArrayNode) there.get().at("/spec/ports");
      if (service.portName().isEmpty() || ports.findValues("name").size() < ports.size()) {
        throw new InvalidPropsException(
            "%s is used with several ports by another cluster, and the mesh tells them apart by name: give its references the names with named(…)"
                .formatted(service.describe()));
      }
      ports.add(Json.tree(port(service)));
    }
    return unit;
  }

  Collection<Unit> units() {
    return units.values();
  }

  private static io.fabric8.kubernetes.api.model.Service twin(ServiceRef service) {
    return new ServiceBuilder()
        .withMetadata(
            Meta.annotated(
                service.name(), service.namespace(), Map.of(GLOBAL, "true", SHARED, "false")))
        .withNewSpec()
        .withPorts(port(service))
        .endSpec()
        .build();
  }

  // Cilium takes only those of the other cluster's pods whose port has the same name; a port
  // without a name takes all.
  private static ServicePort port(ServiceRef service) {
    return new ServicePortBuilder()
        .withName(service.portName().isEmpty() ? null : service.portName())
        .withPort(service.port().number())
        .withTargetPort(new IntOrString(service.targetPort().number()))
        .withProtocol("TCP")
        .build();
  }
}

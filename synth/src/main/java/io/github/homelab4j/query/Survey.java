package io.github.homelab4j.query;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Scalar;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.References;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.query.Thing.Kind;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes the landscape of a homelab. */
final class Survey {
  // By these a Service asks for an address, also in the values of a chart.
  private static final Set<String> ASKING =
      Set.of("lbipam.cilium.io/ips", "io.cilium/lb-ipam-ips", "loadBalancerIP");

  private final Resolution resolution;
  private final Landscape landscape = new Landscape();
  // What stands in the output as a text, and the thing that it stands for.
  private final Map<String, Thing> texts = new TreeMap<>();

  Survey(Resolution resolution) {
    this.resolution = resolution;
  }

  Landscape take() {
    var plan = resolution.homelab().plan();
    plan.clusters().forEach(this::cluster);
    plan.hosts().forEach(this::addresses);
    plan.outside()
        .forEach(
            service -> {
              var thing = new Thing(Kind.OUTSIDE, service.name());
              landscape.add(thing);
              var host = URI.create(service.url()).getHost();
              texts.put(host == null ? service.url() : host, thing);
            });
    plan.records()
        .forEach(
            record -> {
              var name = new Thing(Kind.HOSTNAME, record.hostname().name());
              var address = new Thing(Kind.ADDRESS, record.address().text());
              texts.put(name.name(), name);
              landscape.add(new Need(name, address, "resolves to it", Loss.STOPS));
            });
    for (var cluster : resolution.clusters()) {
      cluster.units().forEach(unit -> unit(cluster, unit));
      cluster.hosts().forEach(this::host);
      ClusterView.of(cluster).scalars(this::text);
      links(cluster);
      new ClusterRests(cluster, landscape).add();
    }
    return landscape;
  }

  private void addresses(HostPlan host) {
    var machine = new Thing(Kind.HOST, host.name());
    for (var each : host.addresses()) {
      var address = new Thing(Kind.ADDRESS, each.text());
      texts.putIfAbsent(address.name(), address);
      landscape.add(new Need(address, machine, "is its address", Loss.STOPS));
    }
  }

  private void cluster(ClusterPlan plan) {
    var cluster = new Thing(Kind.CLUSTER, plan.name());
    landscape.add(cluster);
    var controlPlane = plan.nodes().stream().filter(node -> node.controlPlane()).count();
    for (var node : plan.nodes()) {
      var machine = new Thing(Kind.NODE, node.name());
      var address = new Thing(Kind.ADDRESS, node.address().text());
      landscape.add(new Need(address, machine, "is its address", Loss.STOPS));
      texts.put(node.name(), machine);
      texts.put(node.address().text(), address);
      landscape.add(
          node.controlPlane()
              ? new Need(
                  cluster,
                  machine,
                  "one of %s control-plane machines".formatted(controlPlane),
                  controlPlane < 3 ? Loss.STOPS : Loss.DEGRADES)
              : new Need(cluster, machine, "one of its machines", Loss.DEGRADES));
    }
    plan.loadBalancers()
        .reservations()
        .forEach(
            reservation -> {
              var text = reservation.address().text();
              texts.put(text, new Thing(Kind.ADDRESS, text));
              landscape.add(new Thing(Kind.ADDRESS, text));
            });
    var api = new Thing(Kind.ADDRESS, plan.apiEndpoint().text());
    texts.putIfAbsent(api.name(), api);
    landscape.add(new Need(api, cluster, "is where its Kubernetes API answers", Loss.STOPS));
    plan.bgp()
        .ifPresent(
            bgp ->
                bgp.peers()
                    .forEach(
                        peer -> {
                          var router = new Thing(Kind.HOST, peer.name());
                          var address = new Thing(Kind.ADDRESS, peer.address().text());
                          texts.put(address.name(), address);
                          landscape.add(new Need(address, router, "is its address", Loss.STOPS));
                        }));
  }

  // What a reference is made of follows it: a database is named once, not its endpoint as well.
  private void links(ClusterModel cluster) {
    var seen = new HashSet<List<Object>>();
    for (var link : cluster.links()) {
      if (seen.add(List.of(link.consumer(), link.attribute(), link.provider()))) {
        var consumer = cluster.unit(link.consumer().id());
        var loss =
            consumer.filter(Survey::isPolicy).isPresent() ? Loss.MENTIONS : link.ref().loss();
        landscape.add(
            new Need(
                thing(link.consumer()),
                provider(cluster, link),
                link.ref().describe(),
                loss,
                loss == Loss.MENTIONS ? "" : link.ref().without()));
      }
    }
  }

  // Of stores that read the same vault, the cluster's own serves.
  private static Thing provider(ClusterModel cluster, Link link) {
    var name = link.crossesClusters() ? store(link.ref()) : "";
    return cluster.units().stream()
        .filter(unit -> unit.objects().anyMatch(object -> isStore(object, name)))
        .map(unit -> new Thing(Kind.COMPONENT, cluster.id() + "/" + unit.name()))
        .findFirst()
        .orElse(thing(link.provider()));
  }

  private static String store(Ref ref) {
    if (ref instanceof SecretStoreRef store) {
      return store.name();
    }
    if (ref instanceof StoreItemRef item) {
      return item.store().name();
    }
    return ref instanceof StoreKeyRef key ? key.item().store().name() : "";
  }

  private static boolean isStore(Emitted object, String name) {
    return object.kind().equals("ClusterSecretStore") && object.name().equals(name);
  }

  // Who may talk to a Service does not need it.
  private static boolean isPolicy(Unit unit) {
    return unit.objects().allMatch(object -> object.kind().endsWith("NetworkPolicy"));
  }

  private void unit(ClusterModel cluster, Unit unit) {
    var thing = new Thing(Kind.COMPONENT, cluster.id() + "/" + unit.name());
    landscape.add(new Need(thing, new Thing(Kind.CLUSTER, cluster.id()), "runs in it", Loss.STOPS));
    unit.component()
        .ifPresent(
            component ->
                References.visit(component.props(), (attribute, ref) -> machine(thing, ref)));
  }

  // Of a machine that a component configures, the component is what is needed.
  private void machine(Thing consumer, Ref ref) {
    if (ref instanceof HostServiceRef service && ref.provider().component().isEmpty()) {
      var host = new Thing(Kind.HOST, service.host().name());
      landscape.add(new Need(consumer, host, ref.describe(), ref.loss(), ref.without()));
    }
  }

  private void host(Unit unit) {
    var component = (HostComponent) unit.component().orElseThrow();
    var machines = component.machines();
    for (var machine : machines) {
      var kind = machine instanceof NodePlan ? Kind.NODE : Kind.HOST;
      landscape.add(
          new Need(
              thing(component),
              new Thing(kind, machine.name()),
              "runs on it",
              machines.size() == 1 ? Loss.STOPS : Loss.DEGRADES));
    }
  }

  private void text(Scalar scalar) {
    if (!scalar.value().isTextual()) {
      return;
    }
    var component = new Thing(Kind.COMPONENT, scalar.subject().path());
    Tokens.of(scalar.value().textValue())
        .forEach(
            token -> {
              var found = texts.get(token);
              if (found != null) {
                mention(component, scalar, found);
              }
            });
  }

  // Whoever has the route of a name, or asks for an address, provides it; others use it.
  private void mention(Thing component, Scalar scalar, Thing found) {
    var object = scalar.subject().emitted();
    var words = object.describe() + " names it";
    if (found.kind() == Kind.HOSTNAME && object.hostnames().contains(found.name())) {
      landscape.add(new Need(found, component, "serves it", Loss.STOPS));
    } else if (found.kind() == Kind.ADDRESS
        && (isAsking(object) || ASKING.contains(scalar.key()))) {
      landscape.add(new Need(found, component, "announces it", Loss.STOPS));
    } else {
      var isOurs = found.kind() != Kind.OUTSIDE && found.kind() != Kind.HOST;
      landscape.add(new Need(component, found, words, isOurs ? Loss.MENTIONS : Loss.DEGRADES));
    }
  }

  private static boolean isAsking(Emitted object) {
    return object.kind().equals("Gateway")
        || (object.kind().equals("Service")
            && object.at("/spec/type").asText().equals("LoadBalancer"));
  }

  private static Thing thing(Component component) {
    return new Thing(Kind.COMPONENT, component.path());
  }
}

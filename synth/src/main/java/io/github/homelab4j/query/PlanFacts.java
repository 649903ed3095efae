package io.github.homelab4j.query;

import io.github.homelab4j.core.Origin;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.query.Explanation.Fact;
import java.util.ArrayList;
import java.util.List;

/** What the plan says of a thing. */
final class PlanFacts {
  private PlanFacts() {}

  static List<Fact> of(HomelabPlan plan, Thing thing) {
    var facts = new ArrayList<Fact>();
    for (var cluster : plan.clusters()) {
      cluster(cluster, thing, facts);
    }
    plan.hosts().stream()
        .filter(host -> thing.kind() == Thing.Kind.HOST && host.name().equals(thing.name()))
        .forEach(host -> host(host, facts));
    plan.records().stream()
        .filter(record -> record.hostname().name().equals(thing.name()))
        .forEach(record -> facts.add(declared(record.origin())));
    plan.outside().stream()
        .filter(service -> service.name().equals(thing.name()))
        .forEach(
            service -> {
              facts.add(new Fact("what", service.what()));
              facts.add(new Fact("where", service.url()));
            });
    return facts;
  }

  private static void host(HostPlan host, List<Fact> facts) {
    facts.add(new Fact("purpose", host.purpose()));
    host.addresses().forEach(address -> facts.add(new Fact("address", address.text())));
    host.services()
        .forEach(
            service ->
                facts.add(
                    new Fact(
                        "serves",
                        "%s at %s port %s, %s"
                            .formatted(
                                service.name(),
                                service.protocol(),
                                service.port().number(),
                                service.purpose()))));
    facts.add(declared(host.origin()));
  }

  private static void cluster(ClusterPlan cluster, Thing thing, List<Fact> facts) {
    if (cluster.name().equals(thing.name())) {
      facts.add(new Fact("purpose", cluster.purpose()));
      facts.add(new Fact("Kubernetes", cluster.kubernetesVersion().text()));
      facts.add(declared(cluster.origin()));
    }
    cluster.nodes().stream()
        .filter(
            node -> node.name().equals(thing.name()) || node.address().text().equals(thing.name()))
        .forEach(
            node -> {
              facts.add(
                  new Fact("machine", "%s of cluster %s".formatted(node.name(), cluster.name())));
              node.disks()
                  .forEach(
                      disk ->
                          facts.add(
                              new Fact("disk", "%s for %s".formatted(disk.path(), disk.use()))));
            });
    cluster.loadBalancers().reservations().stream()
        .filter(reservation -> reservation.address().text().equals(thing.name()))
        .forEach(
            reservation -> {
              facts.add(
                  new Fact(
                      "reserved as",
                      "%s in the pool of %s".formatted(reservation.name(), reservation.pool())));
              facts.add(declared(reservation.origin()));
            });
  }

  private static Fact declared(Origin origin) {
    return new Fact("declared at", origin.toString());
  }
}

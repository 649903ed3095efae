package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Near;
import io.github.homelab4j.check.Proof;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.check.Thing;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Services of the mesh, which stand in two clusters, agree; and policies let the other one in. */
public final class MeshPairs implements Check {
  private static final String GLOBAL = "/metadata/annotations/service.cilium.io~1global";
  private static final String POLICY = "k8s:io.cilium.k8s.policy.cluster";

  @Override
  public List<? extends Rule> rules() {
    return List.of(ReferenceRule.MESH_TWIN, ReferenceRule.MESH_NOT_OPEN);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.objects("Service").stream()
          .filter(MeshPairs::isTwin)
          .forEach(twin -> twin(homelab, cluster, twin, report));
      cluster.model().links().stream()
          .filter(Link::crossesClusters)
          .filter(MeshPairs::isExported)
          .forEach(link -> open(homelab, cluster, link, report));
    }
  }

  private static boolean isExported(Link link) {
    return link.ref() instanceof ServiceRef service
        && link.provider().cluster().orElseThrow().isExported(service);
  }

  // Global, and without pods of its own.
  private static boolean isTwin(Subject service) {
    return service.emitted().at(GLOBAL).asText().equals("true")
        && service.emitted().at("/spec/selector").isEmpty();
  }

  private static void twin(HomelabView homelab, ClusterView cluster, Subject twin, Report report) {
    var service = twin.emitted();
    var others =
        homelab.clusters().stream()
            .filter(other -> other != cluster && isJoined(other) == isJoined(cluster))
            .flatMap(
                other ->
                    other.known().find("Service", service.namespace(), service.name()).stream())
            .toList();
    report.judge(
        ReferenceRule.MESH_TWIN,
        twin,
        !others.isEmpty(),
        () ->
            "%s has no pods of its own, and no other cluster of the mesh has a Service of that name and namespace (they have %s): correct its name, or export the Service there"
                .formatted(
                    service.describe(),
                    there(homelab, cluster, service.namespace(), service.name())));
    for (var port : service.at("/spec/ports")) {
      others.forEach(other -> port(twin, other, port, report));
    }
    others.stream()
        .map(Thing::proof)
        .min(Proof::compareTo)
        .ifPresent(proof -> report.prove(twin, proof));
  }

  private static void port(Subject twin, Thing other, JsonNode port, Report report) {
    var name = port.path("name").asText();
    var number = port.path("port").asText();
    report.judge(
        ReferenceRule.MESH_TWIN,
        twin,
        other.hasPart(number) && (name.isEmpty() || other.hasPart(name)),
        () ->
            "%s has port %s, and its twin in another cluster has %s: keep numbers and names alike"
                .formatted(
                    twin.emitted().describe(),
                    name.isEmpty() ? number : "%s (%s)".formatted(number, name),
                    Near.list(number, other.parts().orElseThrow())));
  }

  private static String there(
      HomelabView homelab, ClusterView cluster, String namespace, String name) {
    return Near.list(
        name,
        homelab.clusters().stream()
            .filter(other -> other != cluster)
            .flatMap(other -> other.known().names("Service", namespace).stream())
            .toList());
  }

  private static boolean isJoined(ClusterView cluster) {
    return cluster.model().cluster().plan().mesh().isPresent();
  }

  private static void open(HomelabView homelab, ClusterView consumer, Link link, Report report) {
    var service = (ServiceRef) link.ref();
    var mesh = consumer.model().cluster().plan().mesh().map(MeshPlan::cluster);
    var provider = link.provider().cluster().flatMap(each -> homelab.cluster(each.id()));
    var unit = consumer.model().unit(link.consumer().id());
    if (mesh.isPresent() && provider.isPresent() && unit.isPresent()) {
      var subject = Subject.of(consumer.model(), unit.get()).at(link.ref().provider().taken());
      report.judge(
          ReferenceRule.MESH_NOT_OPEN,
          subject,
          isOpen(provider.get(), service, mesh.get()),
          () ->
              "%s is %s of cluster %s, where no policy lets pods of cluster %s through to it: give the reference the labels of its pods"
                  .formatted(
                      link.attribute(), service.describe(), provider.get().id(), mesh.get()));
    }
  }

  private static boolean isOpen(ClusterView provider, ServiceRef service, String mesh) {
    var isPlain =
        provider.objects("CiliumNetworkPolicy").stream()
            .noneMatch(policy -> policy.emitted().namespace().equals(service.namespace()));
    return isPlain
        || provider.objects("CiliumNetworkPolicy").stream()
            .filter(policy -> policy.emitted().namespace().equals(service.namespace()))
            .anyMatch(
                policy ->
                    Selector.of(policy.emitted().at("/spec/endpointSelector"))
                            .matches(service.selector())
                        && policy
                            .emitted()
                            .at("/spec/ingress")
                            .findValuesAsText(POLICY)
                            .contains(mesh));
  }
}

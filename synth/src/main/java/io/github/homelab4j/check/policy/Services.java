package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is reachable from outside the cluster, and how. */
public final class Services implements Check {
  // That the address is one of the plan's, the plan's own check says.
  private static final List<String> ADDRESSES =
      List.of(
          "lbipam.cilium.io/ips",
          "io.cilium/lb-ipam-ips",
          "metallb.io/loadBalancerIPs",
          "metallb.universe.tf/loadBalancerIPs",
          "kube-vip.io/loadbalancerIPs");
  private static final String NGINX = "ingress-nginx";
  private static final Set<Integer> SSH = Set.of(22);

  @Override
  public List<? extends Rule> rules() {
    return List.of(NetworkRule.NET_005, NetworkRule.NET_008, NetworkRule.NET_010);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.objects("Service").forEach(service -> service(service, report));
      cluster.objects("Ingress").forEach(ingress -> ingress(cluster, ingress, report));
      cluster.objects("HelmRelease").forEach(release -> release(cluster, release, report));
      for (var workload : cluster.workloads()) {
        Judgement.judge(
            NetworkRule.NET_010,
            Judge.ofContainers(Services::listens),
            Pod.of(workload, 0),
            report);
      }
    }
  }

  private static void service(Subject service, Report report) {
    var exposed = exposed(service.emitted().at("/spec"), service.emitted().tree());
    Judgement.judge(NetworkRule.NET_005, service, exposed.isEmpty(), exposed, report);
    Judgement.judge(
        NetworkRule.NET_010,
        service,
        numbers(service.emitted().at("/spec/ports"), "port").noneMatch(SSH::contains),
        "exposes port 22",
        report);
  }

  private static String exposed(JsonNode spec, JsonNode service) {
    var type = spec.path("type").asText("ClusterIP");
    if (!spec.path("externalIPs").isEmpty()) {
      return "has the external address " + spec.at("/externalIPs/0").asText();
    }
    if (type.equals("NodePort")) {
      return "has a port on each machine";
    }
    var annotations = service.at("/metadata/annotations");
    return type.equals("LoadBalancer")
            && !spec.has("loadBalancerIP")
            && ADDRESSES.stream().noneMatch(annotations::has)
        ? "takes any address of the pool"
        : "";
  }

  // One of a release in this cluster is judged there, once.
  private static void ingress(ClusterView cluster, Subject ingress, Report report) {
    var object = ingress.emitted();
    var snippets =
        StreamSupport.stream(
                ((Iterable<String>) () -> object.at("/metadata/annotations").fieldNames())
                    .spliterator(),
                false)
            .filter(
                key -> key.startsWith("nginx.ingress.kubernetes.io/") && key.endsWith("-snippet"))
            .sorted()
            .toList();
    var nginx =
        object.at("/spec/ingressClassName").asText("").equals("nginx")
            && cluster.objects("HelmRelease").stream()
                .noneMatch(release -> chart(cluster, release).equals(NGINX));
    Judgement.judge(
        NetworkRule.NET_008,
        ingress,
        snippets.isEmpty() && !nginx,
        snippets.isEmpty()
            ? "is of class nginx"
            : "has the annotation " + String.join(", ", snippets),
        report);
  }

  private static void release(ClusterView cluster, Subject release, Report report) {
    Judgement.judge(
        NetworkRule.NET_008,
        release,
        !chart(cluster, release).equals(NGINX),
        "installs ingress-nginx",
        report);
  }

  private static String chart(ClusterView cluster, Subject release) {
    var object = release.emitted();
    var source = object.at("/spec/chartRef/name").asText();
    var url =
        cluster
            .object("OCIRepository", object.namespace(), source)
            .map(repository -> repository.emitted().at("/spec/url").asText())
            .orElse("");
    return object.at("/spec/chart/spec/chart").asText(url.substring(url.lastIndexOf('/') + 1));
  }

  private static Outcome listens(Container container) {
    return container
        .at("/ports")
        .unless(
            ports -> numbers(ports.node(), "containerPort").anyMatch(SSH::contains),
            "listens on port 22");
  }

  private static Stream<Integer> numbers(JsonNode ports, String field) {
    return StreamSupport.stream(ports.spliterator(), false).map(port -> port.path(field).asInt());
  }
}

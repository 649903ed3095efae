package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.unit.Hostname;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Where host names lead to. */
public final class Routes implements Check {
  private static final Set<String> TLS = Set.of("HTTPS", "TLS");

  @Override
  public List<? extends Rule> rules() {
    return List.of(NetworkRule.NET_006, NetworkRule.NET_007);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var domains = homelab.plan().domains().stream().map(Hostname::name).toList();
    for (var cluster : homelab.clusters()) {
      var taken = new HashMap<String, Emitted>();
      for (var route : cluster.objects("HTTPRoute")) {
        unique(RoutePlaces.ofRoute(route.emitted()), route, taken, report);
        if (!redirects(route.emitted())) {
          hosts(route, texts(route.emitted().at("/spec/hostnames")), domains, report);
          tls(cluster, route, report);
        }
      }
      for (var ingress : cluster.objects("Ingress")) {
        unique(RoutePlaces.ofIngress(ingress.emitted()), ingress, taken, report);
        var hosts = new TreeSet<String>();
        ingress.emitted().at("/spec/rules").forEach(r -> hosts.add(r.path("host").asText("")));
        hosts(ingress, hosts, domains, report);
        var plain = withoutTls(ingress.emitted(), hosts);
        Judgement.judge(
            NetworkRule.NET_007,
            ingress,
            plain.isEmpty(),
            ingress.emitted().at("/spec/tls").isEmpty()
                ? "has no TLS"
                : "has no certificate for host " + String.join(", ", plain),
            report);
      }
      for (var service : cluster.objects("Service")) {
        unique(RoutePlaces.ofService(service.emitted()), service, taken, report);
      }
    }
  }

  private static void unique(
      List<String> places, Subject subject, Map<String, Emitted> taken, Report report) {
    if (places.isEmpty()) {
      return;
    }
    var conflict = "";
    for (var place : places) {
      var other = taken.putIfAbsent(place, subject.emitted());
      if (other != null && other != subject.emitted()) {
        conflict = "takes %s, which %s has".formatted(place, other.describe());
      }
    }
    Judgement.judge(NetworkRule.NET_006, subject, conflict.isEmpty(), conflict, report);
  }

  private static void hosts(Subject route, Set<String> hosts, List<String> domains, Report report) {
    var bad =
        hosts.stream()
            .filter(host -> host.isEmpty() || host.startsWith("*") || !isUnder(host, domains))
            .toList();
    Judgement.judge(
        NetworkRule.NET_007,
        route,
        !hosts.isEmpty() && bad.isEmpty(),
        hosts.isEmpty() || bad.contains("")
            ? "names no host"
            : "names host %s, which is none of %s"
                .formatted(String.join(", ", bad), String.join(" or ", domains)),
        report);
  }

  private static List<String> withoutTls(Emitted ingress, Set<String> hosts) {
    var covered = new TreeSet<String>();
    for (var tls : ingress.at("/spec/tls")) {
      covered.addAll(texts(tls.path("hosts")));
    }
    return hosts.stream()
        .filter(host -> !covered.contains(host) && !covered.contains(wildcard(host)))
        .toList();
  }

  private static String wildcard(String host) {
    return "*" + host.substring(Math.max(0, host.indexOf('.')));
  }

  private static boolean isUnder(String host, List<String> domains) {
    return domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
  }

  // A Gateway of somebody else may have any listeners.
  private static void tls(ClusterView cluster, Subject route, Report report) {
    for (var parent : route.emitted().at("/spec/parentRefs")) {
      var namespace = parent.path("namespace").asText(route.emitted().namespace());
      var gateway = cluster.object("Gateway", namespace, parent.path("name").asText());
      if (gateway.isPresent()) {
        var plain = plain(gateway.get().emitted(), parent.path("sectionName").asText(""));
        Judgement.judge(
            NetworkRule.NET_007,
            route,
            plain.isEmpty(),
            "attaches to listener %s, which has no TLS".formatted(plain),
            report);
      }
    }
  }

  private static String plain(Emitted gateway, String section) {
    for (var listener : gateway.at("/spec/listeners")) {
      var name = listener.path("name").asText();
      if ((section.isEmpty() || section.equals(name))
          && !TLS.contains(listener.path("protocol").asText())) {
        return name;
      }
    }
    return "";
  }

  private static boolean redirects(Emitted route) {
    var rules = route.at("/spec/rules");
    return !rules.isEmpty()
        && StreamSupport.stream(rules.spliterator(), false).allMatch(Routes::isToHttps);
  }

  private static boolean isToHttps(JsonNode rule) {
    return StreamSupport.stream(rule.path("filters").spliterator(), false)
        .anyMatch(filter -> filter.at("/requestRedirect/scheme").asText("").equals("https"));
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new TreeSet<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}

package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;

/** Selectors select something: pods, Services, advertisements. One without labels takes all. */
public final class SelectorsSelect implements Check {
  private static final String PODS = "pods";
  private static final String SERVICES = "Services";

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        ReferenceRule.SELECTS_NOTHING,
        ReferenceRule.REF_PORT_UNKNOWN,
        ReferenceRule.REF_UNKNOWN,
        ReferenceRule.MESH_CLUSTER_UNKNOWN);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var all = new HashMap<ClusterView, Targets>();
    homelab.clusters().forEach(cluster -> all.put(cluster, Targets.of(cluster)));
    for (var cluster : homelab.clusters()) {
      cluster.objects().forEach(subject -> judge(subject, all.get(cluster), report));
      new PolicyPeers(homelab, cluster, all, report).judge();
    }
  }

  private static void judge(Subject subject, Targets targets, Report report) {
    switch (subject.emitted().kind()) {
      case "Service" -> service(subject, targets, report);
      case "PodDisruptionBudget" -> pods(subject, "selector", targets, report);
      case "NetworkPolicy" -> pods(subject, "podSelector", targets, report);
      case "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy" ->
          pods(subject, "endpointSelector", targets, report);
      case "PodMonitor", "VMPodScrape" ->
          monitor(subject, PODS, "podMetricsEndpoints", targets.pods(), report);
      case "ServiceMonitor", "VMServiceScrape" ->
          monitor(subject, SERVICES, "endpoints", targets.services(), report);
      default -> CustomSelections.judge(subject, targets, report);
    }
  }

  private static void service(Subject subject, Targets targets, Report report) {
    var service = subject.emitted();
    var selector = Selector.ofMap(service.at("/spec/selector"));
    if (!selector.isEmpty()) {
      var selection = new Selection(subject, "spec.selector", PODS, selector, own(subject));
      var selected = selection.judge(targets.pods(), report);
      for (var port : service.at("/spec/ports")) {
        // A number need not be declared by the container.
        if (port.path("targetPort").isTextual()) {
          selection.judgePort(selected, port.path("targetPort").asText(), report);
        }
      }
    }
  }

  private static void pods(Subject subject, String field, Targets targets, Report report) {
    var selector = Selector.of(subject.emitted().at("/spec/" + field));
    // The namespace stands among the labels where a policy is the whole cluster's.
    var others = selector.without(PolicyPeers.PLACES);
    if (!others.isEmpty()) {
      new Selection(subject, "spec." + field, PODS, others, own(subject))
          .judge(targets.pods(), report);
    }
  }

  private static void monitor(
      Subject subject, String what, String endpoints, List<Target> all, Report report) {
    var monitor = subject.emitted();
    var selector = Selector.of(monitor.at("/spec/selector"));
    var selection = new Selection(subject, "spec.selector", what, selector, namespaces(subject));
    var selected = selection.judge(all, report);
    for (var endpoint : monitor.at("/spec/" + endpoints)) {
      selection.judgePort(selected, endpoint.path("port").asText(), report);
    }
  }

  private static Predicate<String> namespaces(Subject subject) {
    var selector = subject.emitted().at("/spec/namespaceSelector");
    var names = new ArrayList<String>();
    selector.path("matchNames").forEach(name -> names.add(name.asText()));
    return selector.path("any").asBoolean()
        ? namespace -> true
        : names.isEmpty() ? own(subject) : names::contains;
  }

  // An object of the whole cluster looks into every namespace.
  private static Predicate<String> own(Subject subject) {
    var namespace = subject.emitted().namespace();
    return namespace.isEmpty() ? each -> true : namespace::equals;
  }
}

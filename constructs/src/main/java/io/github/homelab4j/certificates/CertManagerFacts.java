package io.github.homelab4j.certificates;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import io.github.homelab4j.kube.AppLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the chart of {@link CertManager} creates. */
final class CertManagerFacts {
  static final String TEMPLATES =
      "cert-manager/cert-manager@v1.21.1:deploy/charts/cert-manager/templates/";

  private CertManagerFacts() {}

  static List<ChartFact> of(CertManager manager, CertManagerProps props) {
    var id = manager.id();
    var chart = new ChartFacts(manager.targetNamespace(), TEMPLATES);
    var facts = new ArrayList<ChartFact>();
    facts.add(
        chart
            .of("Service", id, "service.yaml")
            .port("http-metrics", 9402)
            .labelledAsPods(pods(id, "cert-manager", "controller")));
    facts.add(
        chart
            .of("Service", id + "-webhook", "webhook-service.yaml")
            .port("https", 443, 10250)
            .port("metrics", 9402)
            .labelledAsPods(pods(id, "webhook", "webhook")));
    facts.add(
        chart
            .of("Service", id + "-cainjector", "cainjector-service.yaml")
            .port("http-metrics", 9402)
            .labelledAsPods(pods(id, "cainjector", "cainjector")));
    if (props.replicas() > 1) {
      facts.add(budget(chart, id, pods(id, "cert-manager", "controller"), ""));
      facts.add(budget(chart, id + "-webhook", pods(id, "webhook", "webhook"), "webhook-"));
      facts.add(
          budget(chart, id + "-cainjector", pods(id, "cainjector", "cainjector"), "cainjector-"));
    }
    return facts;
  }

  static Map<String, String> pods(String id, String name, String component) {
    var labels = new TreeMap<>(AppLabels.of(name, id));
    labels.put("app.kubernetes.io/component", component);
    return labels;
  }

  private static ChartFact budget(
      ChartFacts chart, String name, Map<String, String> pods, String part) {
    return chart
        .of("PodDisruptionBudget", name, part + "poddisruptionbudget.yaml")
        .minAvailable("1")
        .selects(pods);
  }
}

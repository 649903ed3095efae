package io.github.homelab4j.ingress;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import io.github.homelab4j.kube.AppLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the chart of {@link IngressNginx} creates. */
final class IngressNginxFacts {
  static final String TEMPLATES =
      "kubernetes/ingress-nginx@helm-chart-4.15.1:charts/ingress-nginx/templates/";
  private static final String SERVICE = "Service";
  private static final String CERTIFICATES = "admission-webhooks/cert-manager.yaml";

  private IngressNginxFacts() {}

  static List<ChartFact> of(IngressNginx nginx, IngressNginxProps props) {
    var chart = new ChartFacts(nginx.targetNamespace(), TEMPLATES);
    var name = nginx.id();
    var pods = pods(name);
    var controller = name + "-controller";
    var facts = new ArrayList<ChartFact>();
    facts.add(
        chart.clusterScoped("IngressClass", props.ingressClass(), "controller-ingressclass.yaml"));
    facts.add(
        chart
            .of(SERVICE, controller, "controller-service.yaml")
            .port("http", 80)
            .port("https", 443)
            .labelledAsPods(pods)
            .detail("type LoadBalancer, at " + props.address().address()));
    facts.add(
        chart
            .of(SERVICE, controller + "-admission", "controller-service-webhook.yaml")
            .port("https-webhook", 443, 8443)
            .labelledAsPods(pods));
    facts.add(
        chart
            .of("Secret", name + "-admission", CERTIFICATES)
            .keys("ca.crt", "tls.crt", "tls.key")
            .detail("cert-manager makes it of the chart's Certificate"));
    if (props.metrics()) {
      facts.add(
          chart
              .of(SERVICE, controller + "-metrics", "controller-service-metrics.yaml")
              .port("metrics", 10254)
              .labelledAsPods(pods));
    }
    if (props.replicas() > 1) {
      facts.add(
          chart
              .of("PodDisruptionBudget", controller, "controller-poddisruptionbudget.yaml")
              .maxUnavailable("1")
              .selects(pods));
    }
    return facts;
  }

  static Map<String, String> pods(String id) {
    var labels = new TreeMap<>(AppLabels.of("ingress-nginx", id));
    labels.put("app.kubernetes.io/component", "controller");
    return labels;
  }
}

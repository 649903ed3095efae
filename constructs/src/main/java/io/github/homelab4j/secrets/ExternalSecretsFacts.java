package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import io.github.homelab4j.kube.AppLabels;
import java.util.ArrayList;
import java.util.List;

/** What the chart of {@link ExternalSecrets} creates. */
final class ExternalSecretsFacts {
  static final String NAME = "external-secrets";
  static final String WEBHOOK = "external-secrets-webhook";
  static final String CERTIFICATES = "external-secrets-cert-controller";

  static final String TEMPLATES =
      "external-secrets/external-secrets@cc5bfbc2:deploy/charts/external-secrets/templates/";

  private ExternalSecretsFacts() {}

  static List<ChartFact> of(ExternalSecrets secrets, ExternalSecretsProps props) {
    var id = secrets.id();
    var chart = new ChartFacts(secrets.targetNamespace(), TEMPLATES);
    var facts = new ArrayList<ChartFact>();
    facts.add(
        chart
            .of("Service", id + "-webhook", "webhook-service.yaml")
            .port("webhook", 443, 10250)
            .port("metrics", 8080)
            .labelledAsPods(AppLabels.of(WEBHOOK, id)));
    facts.add(
        chart.of("ServiceAccount", id, "serviceaccount.yaml").detail("who logs in to a vault"));
    if (props.replicas() > 1) {
      facts.add(budget(chart, id, "-pdb", NAME, "poddisruptionbudget.yaml"));
      facts.add(budget(chart, id, "-webhook-pdb", WEBHOOK, "webhook-poddisruptionbudget.yaml"));
      facts.add(
          budget(
              chart,
              id,
              "-cert-controller-pdb",
              CERTIFICATES,
              "cert-controller-poddisruptionbudget.yaml"));
    }
    return facts;
  }

  private static ChartFact budget(
      ChartFacts chart, String id, String suffix, String name, String file) {
    return chart
        .of("PodDisruptionBudget", id + suffix, file)
        .minAvailable("1")
        .selects(AppLabels.of(name, id));
  }
}

package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.kube.AppLabels;
import java.util.List;

/** What the chart of {@link ExternalSecrets} runs. */
final class ExternalSecretsWorkloads {
  private static final String CONTEXT =
      "{enabled: true, runAsNonRoot: true, runAsUser: 1000, allowPrivilegeEscalation: false,"
          + " readOnlyRootFilesystem: true, capabilities: {drop: [ALL]},"
          + " seccompProfile: {type: RuntimeDefault}}";

  private ExternalSecretsWorkloads() {}

  static List<ChartWorkload> of(ExternalSecrets secrets) {
    return List.of(
        part(secrets, ExternalSecretsFacts.NAME, "", "", container("external-secrets", "")),
        part(
            secrets,
            ExternalSecretsFacts.WEBHOOK,
            "-webhook",
            "webhook.",
            container("webhook", "webhook.").port("webhook", 10250).ready()),
        part(
            secrets,
            ExternalSecretsFacts.CERTIFICATES,
            "-cert-controller",
            "certController.",
            container("cert-controller", "certController.").ready()));
  }

  private static ChartWorkload part(
      ExternalSecrets secrets, String app, String suffix, String values, ChartContainer container) {
    var file = (suffix.isEmpty() ? "" : suffix.substring(1) + "-") + "deployment.yaml";
    return ChartWorkload.of(
            "Deployment",
            secrets.id() + suffix,
            secrets.targetNamespace(),
            ExternalSecretsFacts.TEMPLATES + file)
        .labelled(AppLabels.of(app, secrets.id()))
        .replicas(values + "replicaCount", 1)
        .security(values + "podSecurityContext", "{enabled: true}")
        .hostNetwork(values + "hostNetwork", false)
        .spread(values + "topologySpreadConstraints")
        .affinity(values + "affinity")
        .priority(values + "priorityClassName", "null")
        .with(container);
  }

  private static ChartContainer container(String name, String values) {
    return ChartContainer.of(name)
        .resources(values + "resources")
        .security(values + "securityContext", CONTEXT)
        .port("metrics", 8080);
  }
}

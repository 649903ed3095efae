package io.github.homelab4j.identity;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.crd.flux.FluxKustomization;
import io.github.homelab4j.rule.PodRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * The Keycloak operator: runs {@link Keycloak} servers and imports realms, in its own namespace
 * only. Its version is Keycloak's: it brings the server's image.
 *
 * <p>Provides {@link #operator()}. Upstream binds its rights to the namespace {@code keycloak} by
 * name, so it runs there and nowhere else.
 */
@ComponentInfo(
    name = "keycloak-operator",
    domain = Domain.IDENTITY,
    upstream = "https://www.keycloak.org/operator/installation",
    namespace = KeycloakOperator.NAMESPACE,
    podSecurity = PodSecurity.BASELINE,
    installs = "k8s.keycloak.org")
public final class KeycloakOperator extends UpstreamManifests {
  static final String NAMESPACE = "keycloak";

  private static final String SOURCE =
      "keycloak/keycloak-k8s-resources@26.4.2:kubernetes/kubernetes.yml";

  private static final String NAME = "keycloak-operator";
  private static final String RESOURCES =
      "{requests: {cpu: 300m, memory: 450Mi}, limits: {cpu: 700m, memory: 450Mi}}";

  // Upstream confines it in no way, though its image runs as a user.
  private static final FluxKustomization.Patch CONFINED =
      new FluxKustomization.Patch(
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: keycloak-operator
          spec:
            template:
              spec:
                securityContext:
                  runAsNonRoot: true
                  seccompProfile: {type: RuntimeDefault}
                containers:
                  - name: keycloak-operator
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities: {drop: [ALL]}
          """,
          new FluxKustomization.Target("Deployment", NAME));

  /** Stores its settings. */
  public KeycloakOperator(Construct scope, String id, KeycloakOperatorProps props) {
    super(scope, id, props);
  }

  /** The operator. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Deployment", NAME, SOURCE).selects(Map.of("app.kubernetes.io/name", NAME)));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", NAME, SOURCE)
            .labelled(Map.of("app.kubernetes.io/name", NAME))
            .replicas(1)
            .security(ChartContext.NOT_ROOT)
            .with(
                ChartContainer.of(NAME)
                    .fixed("/resources", RESOURCES)
                    .security(ChartContext.WRITING)
                    .port("http", 8080)
                    .alive()
                    .ready()));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "The operator's version is Keycloak's: raising it migrates the database, with no way back but a backup.",
        "From 26.7 on, upstream's folder has a kustomization of its own and more kinds.");
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_022,
            "Java keeps temporary files in /tmp, where its manifests mount nothing"));
  }

  @Override
  protected String manifests() {
    return "kubernetes";
  }

  @Override
  protected List<FluxKustomization.Patch> patches() {
    return List.of(FluxKustomization.Patch.KEEP_DEFINITIONS, CONFINED);
  }

  @Override
  protected Optional<String> manifestsNamespace() {
    return Optional.of(targetNamespace());
  }

  @Override
  protected void define(Resources out) {
    if (!targetNamespace().equals(NAMESPACE)) {
      throw new InvalidPropsException(
          "the Keycloak operator is put into %s, but upstream's ClusterRoleBinding names %s: leave its namespace out"
              .formatted(targetNamespace(), NAMESPACE));
    }
  }
}

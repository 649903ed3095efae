package io.github.homelab4j.identity;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.crd.flux.FluxKustomization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * The Keycloak operator: runs {@link Keycloak} servers and imports realms, in its own namespace
 * only. Its version is Keycloak's: it brings the server's image.
 *
 * <p>Provides {@link #operator()}. Upstream binds its rights to the namespace {@code keycloak} by
 * name, so it runs there and nowhere else; its pods ask for no security context, which the
 * namespace's level must allow.
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
        creates("Deployment", "keycloak-operator", SOURCE)
            .selects(Map.of("app.kubernetes.io/name", "keycloak-operator")));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "The operator's version is Keycloak's: raising it migrates the database, with no way back but a backup.",
        "From 26.7 on, upstream's folder has a kustomization of its own and more kinds.");
  }

  @Override
  protected String manifests() {
    return "kubernetes";
  }

  @Override
  protected List<FluxKustomization.Patch> patches() {
    return List.of(FluxKustomization.Patch.KEEP_DEFINITIONS);
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

package io.github.homelab4j.mesh;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import software.constructs.Construct;

/**
 * Istio's definitions, and the webhook that checks objects of them. It asks {@link Istiod}, lets
 * everything pass until that runs first, and nothing that was not checked afterwards.
 *
 * <p>Provides {@link #definitions()}.
 */
@ComponentInfo(
    name = "istio-base",
    domain = Domain.MESH,
    upstream = "https://istio.io/latest/docs/setup/install/helm/",
    namespace = IstioBase.NAMESPACE,
    installs = {
      "extensions.istio.io",
      "networking.istio.io",
      "security.istio.io",
      "telemetry.istio.io"
    })
public final class IstioBase extends HelmComponent {
  static final String NAMESPACE = "istio-system";

  /** Stores its settings. */
  public IstioBase(Construct scope, String id, IstioBaseProps props) {
    super(scope, id, props);
  }

  /** What the mesh's own parts need first. */
  public OperatorRef definitions() {
    return OperatorRef.providedBy(this);
  }

  @Override
  protected Values values() {
    // The reader is for the control planes of other clusters.
    return new Values(new Global(targetNamespace(), false));
  }

  record Values(Global global) {}

  record Global(String istioNamespace, boolean enableReaderRBAC) {}
}

package io.github.homelab4j.certificates;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import java.util.List;
import software.constructs.Construct;

/**
 * cert-manager: issues TLS certificates and renews them.
 *
 * <p>It needs no secret, so it can start before External Secrets; issuers and certificates are
 * components of their own: {@link LetsEncrypt}, {@link TlsCertificate}.
 */
@ComponentInfo(
    name = "cert-manager",
    domain = Domain.CERTIFICATES,
    upstream = "https://cert-manager.io/docs/",
    namespace = "cert-manager",
    installs = {"cert-manager.io", "acme.cert-manager.io"},
    uses = "monitoring.coreos.com")
public final class CertManager extends HelmComponent {
  private final CertManagerProps props;

  /** Stores its settings. */
  public CertManager(Construct scope, String id, CertManagerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    return CertManagerFacts.of(this, props);
  }

  @Override
  public List<ChartWorkload> workloads() {
    return CertManagerWorkloads.of(this);
  }

  @Override
  protected CertManagerValues values() {
    return CertManagerValues.of(releaseName(), props);
  }
}

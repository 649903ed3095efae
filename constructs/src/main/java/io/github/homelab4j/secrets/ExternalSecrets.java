package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import java.util.List;
import software.constructs.Construct;

/**
 * External Secrets: makes Secrets from items of vaults outside the cluster. The vault is a
 * component of its own: {@link OnePasswordStore}, {@link VaultStore}.
 *
 * <p>Its webhook's certificate is its own business, not cert-manager's, whose issuers in turn need
 * a secret from here.
 */
@ComponentInfo(
    name = "external-secrets",
    domain = Domain.SECRETS,
    upstream = "https://external-secrets.io/latest/",
    namespace = "external-secrets",
    installs = {"external-secrets.io", "generators.external-secrets.io"},
    uses = "monitoring.coreos.com")
public final class ExternalSecrets extends HelmComponent {
  private final ExternalSecretsProps props;

  /** Stores its settings. */
  public ExternalSecrets(Construct scope, String id, ExternalSecretsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    return ExternalSecretsFacts.of(this, props);
  }

  @Override
  public List<ChartWorkload> workloads() {
    return ExternalSecretsWorkloads.of(this);
  }

  @Override
  protected ExternalSecretsValues values() {
    return ExternalSecretsValues.of(releaseName(), props);
  }
}

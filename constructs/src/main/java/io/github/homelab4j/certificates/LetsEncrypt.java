package io.github.homelab4j.certificates;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.crd.certmanager.ClusterIssuer;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import software.constructs.Construct;

/**
 * Let's Encrypt as two ClusterIssuers, to rely on and to try things with, whose challenges are
 * answered in DNS at Cloudflare, so that wildcards and hosts without a public address get
 * certificates too.
 *
 * <p>Provides {@link #production()} and {@link #staging()}. Runs in cert-manager's namespace, where
 * cluster issuers look for their Secrets; the ExternalSecret with the token is why it is a
 * component of its own: cert-manager itself needs no secret store.
 */
@ComponentInfo(
    name = "lets-encrypt",
    domain = Domain.CERTIFICATES,
    upstream = "https://cert-manager.io/docs/configuration/acme/dns01/cloudflare/",
    namespace = "cert-manager")
public final class LetsEncrypt extends Component {
  private final LetsEncryptProps props;

  /** Stores its settings. */
  public LetsEncrypt(Construct scope, String id, LetsEncryptProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The issuer of certificates that browsers trust; limited in how many a week. */
  public IssuerRef production() {
    return IssuerRef.providedBy(this, props.productionName());
  }

  /** The issuer to try things with: nobody trusts its certificates, and its limits are wide. */
  public IssuerRef staging() {
    return IssuerRef.providedBy(this, props.stagingName());
  }

  @Override
  protected void define(Resources out) {
    out.add(
        issuer(props.productionName(), "https://acme-v02.api.letsencrypt.org/directory"),
        issuer(props.stagingName(), "https://acme-staging-v02.api.letsencrypt.org/directory"));
  }

  private ClusterIssuer issuer(String name, String server) {
    var token = token();
    var cloudflare =
        new ClusterIssuer.Cloudflare(
            new ClusterIssuer.SecretKey(token.secret().name(), token.key()));
    var solver =
        new ClusterIssuer.Solver(
            new ClusterIssuer.Selector(props.zones()), new ClusterIssuer.Dns01(cloudflare));
    // The account's key is named like its issuer: the two servers do not know each other's
    // accounts.
    var acme =
        new ClusterIssuer.Acme(
            props.email(), server, new ClusterIssuer.SecretName(name), List.of(solver));
    return new ClusterIssuer(Meta.clusterScoped(name), new ClusterIssuer.Spec(acme));
  }

  private SecretKeyRef token() {
    if (props.tokenSecret().isPresent() && props.apiToken() instanceof StoreKeyRef item) {
      var template = SecretTemplate.named(props.tokenSecret().orElseThrow());
      return new SecretKeyRef(secret(template.key(item.key(), item)), item.key());
    }
    return secret(props.apiToken());
  }
}

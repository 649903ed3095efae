package io.github.homelab4j.certificates;

import io.github.homelab4j.core.CertificateRef;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.crd.certmanager.Certificate;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import software.constructs.Construct;

/**
 * A certificate that cert-manager keeps valid, in a Secret named like the component, in the
 * namespace of the Gateway that serves it.
 *
 * <p>Provides {@link #certificate()}. What refers to it waits until it is issued, which takes
 * minutes the first time: the record has to be seen by resolvers everywhere.
 */
@ComponentInfo(
    name = "tls-certificate",
    domain = Domain.CERTIFICATES,
    upstream = "https://cert-manager.io/docs/usage/certificate/",
    namespace = "gateway",
    timeout = "15m")
public final class TlsCertificate extends Component {
  private final TlsCertificateProps props;

  /** Stores its settings. */
  public TlsCertificate(Construct scope, String id, TlsCertificateProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The certificate and its Secret. */
  public CertificateRef certificate() {
    return new CertificateRef(SecretRef.providedBy(this, id()), props.hostnames());
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Gateways wait for certificate %s, and Let's Encrypt issues the same names five times a week at most: try changes with the staging issuer."
            .formatted(id()));
  }

  @Override
  protected void define(Resources out) {
    // P-256 is what every client of today accepts, and far cheaper to serve than RSA.
    var key = new Certificate.PrivateKey("ECDSA", 256, "Always");
    var spec =
        new Certificate.Spec(
            id(), Certificate.Issuer.cluster(props.issuer()), props.hostnames(), key);
    out.add(new Certificate(Meta.of(id(), targetNamespace()), spec));
  }
}

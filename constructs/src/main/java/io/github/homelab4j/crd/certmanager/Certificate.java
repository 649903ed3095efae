package io.github.homelab4j.crd.certmanager;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.unit.Hostname;
import java.util.List;

/**
 * A certificate that is kept valid in a Secret.
 *
 * @see <a
 *     href="https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.Certificate">Certificate</a>
 */
@Group("cert-manager.io")
@Version("v1")
@Kind("Certificate")
@Health(current = Health.READY)
public final class Certificate extends CustomResource<Certificate.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Certificate(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** Whose certificate, from whom, where to. */
  public record Spec(
      String secretName, Issuer issuerRef, List<Hostname> dnsNames, PrivateKey privateKey) {}

  /** The issuer. */
  public record Issuer(String group, String kind, IssuerRef name) {
    /** An issuer of the whole cluster. */
    public static Issuer cluster(IssuerRef issuer) {
      return new Issuer("cert-manager.io", "ClusterIssuer", issuer);
    }
  }

  /** The key, and whether each renewal makes a new one. */
  public record PrivateKey(String algorithm, int size, String rotationPolicy) {}
}

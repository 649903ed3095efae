package io.github.homelab4j.crd.certmanager;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.unit.Hostname;
import java.util.List;

/**
 * Who signs certificates, for all namespaces.
 *
 * @see <a
 *     href="https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.ClusterIssuer">ClusterIssuer</a>
 */
@Group("cert-manager.io")
@Version("v1")
@Kind("ClusterIssuer")
@Health(current = Health.READY)
public final class ClusterIssuer extends CustomResource<ClusterIssuer.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public ClusterIssuer(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The kind of issuer. */
  public record Spec(Acme acme) {}

  /** An account with an ACME server, and how its challenges are answered. */
  public record Acme(
      String email, String server, SecretName privateKeySecretRef, List<Solver> solvers) {}

  /** A Secret in cert-manager's namespace. */
  public record SecretName(String name) {}

  /** An answer to challenges for some zones. */
  public record Solver(Selector selector, Dns01 dns01) {}

  /** The zones that a solver is for. */
  public record Selector(List<Hostname> dnsZones) {}

  /** A TXT record in the zone. */
  public record Dns01(Cloudflare cloudflare) {}

  /** A zone at Cloudflare. */
  public record Cloudflare(SecretKey apiTokenSecretRef) {}

  /** A key of a Secret in cert-manager's namespace. */
  public record SecretKey(String name, String key) {}
}

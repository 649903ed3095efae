package io.github.homelab4j.crd.externalsecrets;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import java.util.Map;
import java.util.Optional;

/**
 * A vault outside the cluster that ExternalSecrets of every namespace may read.
 *
 * @see <a href="https://external-secrets.io/latest/api/clustersecretstore/">ClusterSecretStore</a>
 */
@Group("external-secrets.io")
@Version("v1")
@Kind("ClusterSecretStore")
@Health(current = Health.READY)
public final class ClusterSecretStore extends CustomResource<ClusterSecretStore.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public ClusterSecretStore(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The vault. */
  public record Spec(Provider provider) {
    /** Vaults of 1Password. */
    public static Spec of(OnePassword onepassword) {
      return new Spec(new Provider(Optional.of(onepassword), Optional.empty()));
    }

    /** A secrets engine of Vault. */
    public static Spec of(Vault vault) {
      return new Spec(new Provider(Optional.empty(), Optional.of(vault)));
    }
  }

  /** One of the kinds of vaults. */
  public record Provider(Optional<OnePassword> onepassword, Optional<Vault> vault) {}

  /**
   * Vaults of 1Password, behind a Connect server; an item is looked for in the order of their
   * numbers.
   */
  public record OnePassword(
      String connectHost, Map<String, Integer> vaults, OnePasswordAuth auth) {}

  /** How Connect knows us. */
  public record OnePasswordAuth(ConnectToken secretRef) {}

  /** By a token. */
  public record ConnectToken(SecretKey connectTokenSecretRef) {}

  /** A key of a Secret. */
  public record SecretKey(String name, String namespace, String key) {}

  /** A secrets engine of Vault. */
  public record Vault(
      String server,
      String path,
      String version,
      Optional<CaProvider> caProvider,
      VaultAuth auth) {}

  /** Where the certificates stand that a vault's own is proven with. */
  public record CaProvider(String type, String name, String namespace, String key) {}

  /** How Vault knows us. */
  public record VaultAuth(KubernetesAuth kubernetes) {}

  /** By the service account of External Secrets itself. */
  public record KubernetesAuth(String mountPath, String role) {}
}

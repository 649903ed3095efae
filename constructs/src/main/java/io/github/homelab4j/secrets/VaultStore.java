package io.github.homelab4j.secrets;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.crd.externalsecrets.ClusterSecretStore;
import io.github.homelab4j.kube.Meta;
import java.net.URI;
import software.constructs.Construct;

/**
 * A key-value engine (version 2) of HashiCorp Vault as a ClusterSecretStore named like the
 * component. An item is a path below the engine.
 *
 * <p>Provides {@link #store()} and {@link #item}, as {@code store.item("cert/dns").key("token")}
 * for property {@code token} of path {@code cert/dns}. External Secrets logs in with its own
 * service account, which Vault must bind to the role.
 */
@ComponentInfo(
    name = "vault-store",
    domain = Domain.SECRETS,
    upstream = "https://external-secrets.io/latest/provider/hashicorp-vault/",
    namespace = "external-secrets")
public final class VaultStore extends Component {
  private final VaultStoreProps props;

  /** Stores its settings. */
  public VaultStore(Construct scope, String id, VaultStoreProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The store. */
  public SecretStoreRef store() {
    return SecretStoreRef.providedBy(this, id());
  }

  /** An item by its path, as {@code grafana/admin}. */
  public StoreItemRef item(String path) {
    return store().item(path);
  }

  @Override
  protected void define(Resources out) {
    var auth =
        new ClusterSecretStore.VaultAuth(
            new ClusterSecretStore.KubernetesAuth(props.login(), props.role()));
    var server = props.host().map(HostServiceRef::https);
    var vault =
        new ClusterSecretStore.Vault(
            server.or(() -> props.server().map(URI::toString)).orElseThrow(),
            props.engine(),
            "v2",
            props.authority().map(VaultStore::authority),
            auth);
    out.add(new ClusterSecretStore(Meta.clusterScoped(id()), ClusterSecretStore.Spec.of(vault)));
  }

  private static ClusterSecretStore.CaProvider authority(SecretKeyRef key) {
    return new ClusterSecretStore.CaProvider(
        "Secret", key.secret().name(), key.secret().namespace(), key.key());
  }
}

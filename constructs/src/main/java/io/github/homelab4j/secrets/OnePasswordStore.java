package io.github.homelab4j.secrets;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.crd.externalsecrets.ClusterSecretStore;
import io.github.homelab4j.kube.Meta;
import java.util.LinkedHashMap;
import software.constructs.Construct;

/**
 * Vaults of 1Password as a ClusterSecretStore named like the component. An item is found by its
 * title, a property by its field's label.
 *
 * <p>Provides {@link #store()} and {@link #item}. A store of the same id in another cluster reads
 * the same vault, so that an item can be used in both.
 */
@ComponentInfo(
    name = "onepassword-store",
    domain = Domain.SECRETS,
    upstream = "https://external-secrets.io/latest/provider/1password-automation/",
    namespace = "external-secrets")
public final class OnePasswordStore extends Component {
  private final OnePasswordStoreProps props;

  /** Stores its settings. */
  public OnePasswordStore(Construct scope, String id, OnePasswordStoreProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The store. */
  public SecretStoreRef store() {
    return SecretStoreRef.providedBy(this, id());
  }

  /** An item by its title in the vault. */
  public StoreItemRef item(String title) {
    return store().item(title);
  }

  @Override
  protected void define(Resources out) {
    var vaults = new LinkedHashMap<String, Integer>();
    props.vaults().forEach(vault -> vaults.put(vault, vaults.size() + 1));
    var token =
        new ClusterSecretStore.SecretKey(
            props.token().secret().name(), props.token().secret().namespace(), props.token().key());
    var auth = new ClusterSecretStore.OnePasswordAuth(new ClusterSecretStore.ConnectToken(token));
    var onePassword = new ClusterSecretStore.OnePassword(props.connect().http(), vaults, auth);
    out.add(
        new ClusterSecretStore(Meta.clusterScoped(id()), ClusterSecretStore.Spec.of(onePassword)));
  }
}

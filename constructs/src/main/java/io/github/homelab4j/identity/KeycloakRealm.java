package io.github.homelab4j.identity;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.crd.keycloak.KeycloakRealmImport;
import io.github.homelab4j.crd.keycloak.KeycloakRealmImport.Placeholder;
import io.github.homelab4j.crd.keycloak.KeycloakRealmImport.SecretKey;
import io.github.homelab4j.crd.keycloak.KeycloakRealmImport.Spec;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * A realm of Keycloak with its groups and OpenID Connect clients. Tokens name a user's groups in
 * the claim {@code groups}, without slashes.
 *
 * <p>Provides {@link #client}. Keycloak's import only creates: a realm that exists is left as it
 * is, so later changes of clients or groups are made in Keycloak, or by deleting the realm there
 * and raising {@link KeycloakRealmProps#revision}.
 */
@ComponentInfo(
    name = "keycloak-realm",
    domain = Domain.IDENTITY,
    upstream = "https://www.keycloak.org/operator/realm-import",
    namespace = KeycloakOperator.NAMESPACE,
    podSecurity = PodSecurity.BASELINE,
    timeout = "15m")
public final class KeycloakRealm extends Component {
  private final KeycloakRealmProps props;

  /** Stores its settings. */
  public KeycloakRealm(Construct scope, String id, KeycloakRealmProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * A client of the realm, for the application that logs people in with it.
   *
   * @throws InvalidPropsException when the realm has no such client
   */
  public OidcClientRef client(String clientId) {
    var client =
        props.clients().stream()
            .filter(each -> each.id().equals(clientId))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidPropsException(
                        "realm %s has no client '%s' (it has %s): add it to its clients"
                            .formatted(props.realm(), clientId, ids())));
    return new OidcClientRef(
        props.keycloak().hostname(), issuer(), client.id(), client.secret(), Provider.of(this));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Keycloak imports realm %s once: change its clients and groups afterwards in Keycloak (admin console, API or kcadm), not here."
            .formatted(props.realm()));
  }

  @Override
  protected void define(Resources out) {
    var namespace = props.keycloak().service().namespace();
    if (!namespace.equals(targetNamespace())) {
      throw new InvalidPropsException(
          "realm %s is in %s, but its Keycloak in %s: leave its namespace out"
              .formatted(props.realm(), targetNamespace(), namespace));
    }
    var name = "%s-r%s".formatted(id(), props.revision());
    out.add(
        new KeycloakRealmImport(
            Meta.of(name, targetNamespace()),
            new Spec(props.keycloak().name(), RealmModel.of(props), placeholders())));
  }

  private Map<String, Placeholder> placeholders() {
    var placeholders = new TreeMap<String, Placeholder>();
    for (var client : props.clients()) {
      var key = secret(client.secret());
      placeholders.put(
          RealmModel.variable(client),
          new Placeholder(new SecretKey(key.secret().name(), key.key())));
    }
    return placeholders;
  }

  private String issuer() {
    return props.keycloak().hostname().https() + "/realms/" + props.realm();
  }

  private String ids() {
    return props.clients().stream().map(OidcClient::id).collect(Collectors.joining(", "));
  }
}

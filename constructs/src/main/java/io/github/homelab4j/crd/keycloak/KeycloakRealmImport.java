package io.github.homelab4j.crd.keycloak;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.Props;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A realm that is created once, by a Job. A realm that exists is left as it is.
 *
 * @see <a href="https://www.keycloak.org/operator/realm-import">Realm import</a>
 */
@Group("k8s.keycloak.org")
@Version("v2alpha1")
@Kind("KeycloakRealmImport")
// Not failed on HasErrors: the operator sets it for a moment whenever the server is not ready yet.
@Health(current = "status.conditions.exists(c, c.type == 'Done' && c.status == 'True')")
public final class KeycloakRealmImport extends CustomResource<KeycloakRealmImport.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public KeycloakRealmImport(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The server, the realm, and what stands for <code>${…}</code> in it. */
  public record Spec(String keycloakCRName, Realm realm, Map<String, Placeholder> placeholders) {}

  /** A value that the Job takes from a Secret. */
  public record Placeholder(SecretKey secret) {}

  /** A key of a Secret in the same namespace. */
  public record SecretKey(String name, String key) {}

  /** Users, groups and clients that belong together. */
  @Props
  @Value.Immutable
  public interface Realm {
    /** Its name, a part of its URLs. */
    String realm();

    /** What the login page calls it. */
    String displayName();

    /** Whether logins are possible. */
    boolean enabled();

    /** For whom TLS is demanded. */
    String sslRequired();

    /** Whether people may register themselves. */
    boolean registrationAllowed();

    /** Whether the e-mail address serves as user name. */
    boolean loginWithEmailAllowed();

    /** Whether people may ask for a new password by e-mail. */
    boolean resetPasswordAllowed();

    /** Whether repeated wrong passwords lock an account for a while. */
    boolean bruteForceProtected();

    /** Groups of users. */
    List<RealmGroup> groups();

    /** Applications that log people in here. */
    List<Client> clients();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Realm}. */
    final class Builder extends ImmutableRealm.Builder {}
  }

  /** A group at the top level. */
  public record RealmGroup(String name) {}

  /** An application. */
  @Props
  @Value.Immutable
  public interface Client {
    /** Its id in the protocol. */
    String clientId();

    /** What people see. */
    String name();

    /** Whether it may log people in. */
    boolean enabled();

    /** The protocol, as {@code openid-connect}. */
    String protocol();

    /** Whether it has no secret. */
    boolean publicClient();

    /** How it proves who it is. */
    String clientAuthenticatorType();

    /** Its secret; a placeholder. */
    String secret();

    /** Whether it uses the authorization code flow. */
    boolean standardFlowEnabled();

    /** Whether it may send passwords itself. */
    boolean directAccessGrantsEnabled();

    /** Where it is. */
    String rootUrl();

    /** Where the login may return to. */
    List<String> redirectUris();

    /** Pages whose scripts may call Keycloak. */
    List<String> webOrigins();

    /** Settings without a field of their own. */
    Map<String, String> attributes();

    /** What its tokens say beyond the default. */
    List<ProtocolMapper> protocolMappers();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Client}. */
    final class Builder extends ImmutableClient.Builder {}
  }

  /** A claim and where it comes from. */
  public record ProtocolMapper(
      String name, String protocol, String protocolMapper, Map<String, String> config) {}
}

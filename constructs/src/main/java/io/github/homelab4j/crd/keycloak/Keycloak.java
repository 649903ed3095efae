package io.github.homelab4j.crd.keycloak;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.Props;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Keycloak server. Its status has the conditions {@code Ready}, {@code HasErrors} and {@code
 * RollingUpdate}.
 *
 * @see <a href="https://www.keycloak.org/operator/advanced-configuration">Keycloak custom
 *     resource</a>
 */
@Group("k8s.keycloak.org")
@Version("v2alpha1")
@Kind("Keycloak")
@Health(current = Health.READY)
public final class Keycloak extends CustomResource<Keycloak.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Keycloak(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** How many servers, on which database, under which name. */
  @Props
  @Value.Immutable
  public interface Spec {
    /** Servers; they share one cache. */
    int instances();

    /** The database. */
    Db db();

    /** The public name. */
    HostnameSettings hostname();

    /** The listeners. */
    Http http();

    /** What the proxy in front tells. */
    Proxy proxy();

    /** The operator's own Ingress. */
    Enabled ingress();

    /** The first administrator. */
    BootstrapAdmin bootstrapAdmin();

    /** What each server asks for. */
    Compute resources();

    /** Where servers go. */
    Scheduling scheduling();

    /** Options of the server that have no field of their own. */
    List<Option> additionalOptions();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Spec}. */
    final class Builder extends ImmutableSpec.Builder {}
  }

  /** A database server and the login to it. */
  @Props
  @Value.Immutable
  public interface Db {
    /** The kind of server, as {@code postgres}. */
    String vendor();

    /** Where it is. */
    String host();

    /** Its port. */
    Port port();

    /** The database. */
    String database();

    /** The login's name. */
    SecretKey usernameSecret();

    /** The login's password. */
    SecretKey passwordSecret();

    /** Connections opened at the start. */
    int poolInitialSize();

    /** Connections kept open. */
    int poolMinSize();

    /** Connections at most. */
    int poolMaxSize();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Db}. */
    final class Builder extends ImmutableDb.Builder {}
  }

  /** A key of a Secret in the same namespace. */
  public record SecretKey(String name, String key) {}

  /**
   * The URL that people use, that of the administration console where it is another, and whether
   * requests may name yet another.
   */
  public record HostnameSettings(String hostname, Optional<String> admin, boolean strict) {}

  /** Whether plain HTTP is served, for a proxy that ends TLS. */
  public record Http(boolean httpEnabled) {}

  /**
   * The headers that carry the client's address and scheme: {@code xforwarded} or {@code
   * forwarded}.
   */
  public record Proxy(String headers) {}

  /** A switch. */
  public record Enabled(boolean enabled) {}

  /** The first administrator. */
  public record BootstrapAdmin(User user) {}

  /** A Secret with {@code username} and {@code password}. */
  public record User(String secret) {}

  /** Where pods go. */
  public record Scheduling(List<TopologySpreadConstraint> topologySpreadConstraints) {}

  /** An option as on the server's command line, without the dashes. */
  public record Option(String name, String value) {}
}

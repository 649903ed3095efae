package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasDatabase;
import io.github.homelab4j.core.HasIngress;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link Grafana}. */
@Value.Immutable
public interface GrafanaProps extends HelmProps, HasReplicas, HasIngress, HasDatabase, HasMetrics {
  /** The database of metrics: {@link VmSingle#service()}. */
  ServiceRef metricsSource();

  /** How often its metrics are scraped: {@link VmAgentProps#scrapeInterval}; 30 s by default. */
  @Value.Default
  default Duration scrapeInterval() {
    return Duration.ofSeconds(30);
  }

  /**
   * The database of logs: {@link VictoriaLogs#service()}. Its plugin is fetched from grafana.com.
   */
  Optional<ServiceRef> logs();

  /** Where alerts can be seen and silenced: {@link VmAlertmanager#service()}. */
  Optional<ServiceRef> alertmanager();

  /** A database of traces: {@link Tempo#query()}. */
  Optional<ServiceRef> tempo();

  /** A database of traces: {@link Jaeger#query()}. */
  Optional<ServiceRef> jaeger();

  /** The administrator of its own: an item with {@code username} and {@code password}. */
  StoreItemRef admin();

  /**
   * The key with which it encrypts passwords of data sources that people add; by default the one
   * that is the same in every Grafana.
   */
  Optional<StoreKeyRef> secretKey();

  /**
   * Where people log in: a client of a Keycloak realm that tells a person's {@code groups}. By
   * default only the administrator can.
   */
  Optional<OidcClientRef> oidc();

  /** The group whose members administer it; {@code admins} by default. */
  @Value.Default
  default String adminGroup() {
    return "admins";
  }

  /**
   * The group whose members may change dashboards; {@code developers} by default. Everybody else
   * may look.
   */
  @Value.Default
  default String editorGroup() {
    return "developers";
  }

  /**
   * Namespaces, beside its own, in which it looks for dashboards; they are there already. It gets
   * the right to read their ConfigMaps.
   */
  List<NamespaceRef> dashboardNamespaces();

  /** Whether this library's own dashboards are there; on by default. */
  @Value.Default
  default boolean defaultDashboards() {
    return true;
  }

  /** What a copy asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(100), Quantity.mi(256), Quantity.mi(768));
  }

  /** At least one copy. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GrafanaProps}. */
  final class Builder extends ImmutableGrafanaProps.Builder {}
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.AlertsRef;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.HasIngress;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.MetricsRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
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
public interface GrafanaProps extends HelmProps, HasReplicas, HasIngress, HasMetrics {
  /** The database of metrics: {@link VmSingle#metrics()} or {@link Prometheus#metrics()}. */
  MetricsRef metricsSource();

  /** The PostgreSQL database that keeps its state, for copies; or {@link #storage}. */
  Optional<DatabaseRef> database();

  /** The class of a volume that keeps its state, for one copy; or {@link #database}. */
  Optional<StorageClassRef> storage();

  /** The size of the volume, where there is one; 1Gi by default. */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(1);
  }

  /** Copies; 2 by default, and 1 on a volume, which one pod mounts. */
  @Override
  @Value.Default
  default int replicas() {
    return storage().isPresent() ? 1 : 2;
  }

  /**
   * How often its metrics are scraped: {@link VmAgentProps#scrapeInterval}, {@link
   * PrometheusProps#scrapeInterval}; 30 s by default.
   */
  @Value.Default
  default Duration scrapeInterval() {
    return Duration.ofSeconds(30);
  }

  /**
   * The database of logs: {@link VictoriaLogs#service()}. Its plugin is fetched from grafana.com.
   */
  Optional<ServiceRef> logs();

  /** A database of logs: {@link Loki#query()}. */
  Optional<ServiceRef> loki();

  /**
   * Where alerts can be seen and silenced: {@link VmAlertmanager#alerts()} or {@link
   * Alertmanager#alerts()}.
   */
  Optional<AlertsRef> alertmanager();

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

  /** At least one copy, and one place for its state. */
  @Value.Check
  default void check() {
    checkReplicas();
    if (database().isPresent() == storage().isPresent()) {
      Invalid.setting(
          "Grafana has %s: give it either a database or the storage class of a volume"
              .formatted(
                  database().isPresent()
                      ? "a database and a volume"
                      : "neither a database nor a volume"));
    }
    if (storage().isPresent() && replicas() > 1) {
      Invalid.setting(
          "replicas is %s, but the state is on a volume, which one pod mounts: run 1, or give it a database"
              .formatted(replicas()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GrafanaProps}. */
  final class Builder extends ImmutableGrafanaProps.Builder {}
}

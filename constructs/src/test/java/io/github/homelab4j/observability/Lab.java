package io.github.homelab4j.observability;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.MetricsRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Version;
import java.util.Map;
import org.cdk8s.App;

/** A cluster called {@code apps}, and references to what its tests do not compose. */
final class Lab extends Cluster {
  private static final Provider OUTSIDE = Provider.external("the test");

  static final OperatorRef OPERATOR = new OperatorRef("victoria-metrics-operator", OUTSIDE);
  static final StorageClassRef DISK = StorageClassRef.external("openebs-hostpath");
  static final SecretStoreRef STORE = new SecretStoreRef("onepassword", OUTSIDE);
  static final StoreItemRef ADMIN = new StoreItemRef(STORE, "grafana");
  static final ServiceRef METRICS = service("vmsingle", 8428);
  static final MetricsRef SOURCE = new MetricsRef("VictoriaMetrics", METRICS, "");
  static final ServiceRef LOGS = service("victoria-logs", 9428);
  static final DatabaseRef DATABASE =
      new DatabaseRef(
          service("postgres-rw", 5432), "grafana", new StoreItemRef(STORE, "grafana-db"));
  static final OidcClientRef CLIENT =
      new OidcClientRef(
          Hostname.of("keycloak.example.org"),
          "https://keycloak.example.org/realms/home",
          "grafana",
          new StoreItemRef(STORE, "grafana-oidc").key("client-secret"),
          OUTSIDE);
  static final ListenerRef LISTENER =
      new ListenerRef(
          "internal",
          "gateway",
          "https",
          Hostname.of("*.example.org"),
          Ip.of("10.0.0.200"),
          OUTSIDE);

  Lab() {
    super(new App(), apps());
  }

  <T extends Record> T exported(T exports) {
    return export(exports);
  }

  static ServiceRef service(String name, int port) {
    return new ServiceRef(
        name, "observability", Port.of(port), Port.of(port), Map.of("app", name), OUTSIDE);
  }

  private static ClusterPlan apps() {
    return ClusterPlan.builder()
        .name("apps")
        .purpose("Tests.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(Network.lan("lan", "10.0.0.0/24"))
        .pods(Cidr.of("10.244.0.0/16"))
        .services(Cidr.of("10.245.0.0/16"))
        .apiEndpoint(Ip.of("10.0.0.9"))
        .addPools(new LoadBalancerPool("apps", IpRange.of("10.0.0.200", "10.0.0.249")))
        .build();
  }
}

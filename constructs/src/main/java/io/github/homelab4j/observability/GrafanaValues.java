package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Budget;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The values of Grafana's chart. */
record GrafanaValues(
    String fullnameOverride,
    int replicas,
    Rbac rbac,
    Enabled testFramework,
    Optional<Budget.Limit> podDisruptionBudget,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    Compute resources,
    Admin admin,
    Map<String, EnvironmentValue> envValueFrom,
    Optional<Strategy> deploymentStrategy,
    Optional<Persistence> persistence,
    Optional<Enabled> initChownData,
    Enabled serviceMonitor,
    Sidecar sidecar,
    DatasourceFiles datasources,
    @JsonProperty("grafana.ini") GrafanaIni ini) {

  static GrafanaValues of(
      GrafanaProps props,
      ServiceRef service,
      List<String> searched,
      Function<SecretSource, SecretKeyRef> secrets) {
    var admin = secrets.apply(props.admin().key("username"));
    var password = secrets.apply(props.admin().key("password"));
    return new GrafanaValues(
        service.name(),
        props.replicas(),
        new Rbac(false),
        Enabled.OFF,
        Budget.limit(props.replicas()),
        Placement.spread(service.selector()),
        props.resources(),
        new Admin(admin.secret(), admin.key(), password.key()),
        environment(props, secrets),
        props.storage().map(storage -> new Strategy("Recreate")),
        props.storage().map(storage -> new Persistence(true, storage, props.size())),
        // The group owns the volume; the chart's own way asks for root.
        props.storage().map(storage -> Enabled.OFF),
        Enabled.when(props.metrics()),
        new Sidecar(
            Compute.of(Quantity.millis(10), Quantity.mi(96), Quantity.mi(192)),
            new SidecarDashboards(
                true,
                Dashboard.LABEL,
                Dashboard.LABELS.get(Dashboard.LABEL),
                "configmap",
                searched)),
        new DatasourceFiles(new DatasourceFile(1, true, GrafanaDatasource.of(props))),
        GrafanaIni.of(props));
  }

  private static Map<String, EnvironmentValue> environment(
      GrafanaProps props, Function<SecretSource, SecretKeyRef> secrets) {
    var values = new TreeMap<String, EnvironmentValue>();
    props
        .database()
        .ifPresent(
            database -> {
              values.put(
                  "GF_DATABASE_USER", EnvironmentValue.of(secrets.apply(database.username())));
              values.put(
                  "GF_DATABASE_PASSWORD", EnvironmentValue.of(secrets.apply(database.password())));
            });
    props
        .secretKey()
        .map(secrets)
        .map(EnvironmentValue::of)
        .ifPresent(key -> values.put("GF_SECURITY_SECRET_KEY", key));
    props
        .oidc()
        .map(client -> EnvironmentValue.of(secrets.apply(client.secret())))
        .ifPresent(secret -> values.put("GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET", secret));
    return values;
  }

  // The chart's roles open Secrets of the namespaces that it searches: a role of ours takes their
  // place.
  record Rbac(boolean create) {}

  // The new pod waits for the volume of the old one.
  record Strategy(String type) {}

  record Persistence(boolean enabled, StorageClassRef storageClassName, Quantity size) {}

  record Admin(SecretRef existingSecret, String userKey, String passwordKey) {}

  record EnvironmentValue(Key secretKeyRef) {
    static EnvironmentValue of(SecretKeyRef key) {
      return new EnvironmentValue(new Key(key.secret(), key.key()));
    }
  }

  record Key(SecretRef name, String key) {}

  record Sidecar(Compute resources, SidecarDashboards dashboards) {}

  record SidecarDashboards(
      boolean enabled,
      String label,
      String labelValue,
      String resource,
      List<String> searchNamespace) {}

  record DatasourceFiles(@JsonProperty("datasources.yaml") DatasourceFile file) {}

  record DatasourceFile(int apiVersion, boolean prune, List<GrafanaDatasource> datasources) {}
}

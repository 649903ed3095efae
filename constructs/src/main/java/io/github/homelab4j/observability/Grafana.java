package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * Grafana: dashboards over metrics, logs and traces.
 *
 * <p>Keeps its state in PostgreSQL, so that copies are alike and none needs a volume. People log in
 * at the identity provider; the item {@link GrafanaProps#admin} is for the day when that does not
 * work. Alerting is off: {@link VmAlert} evaluates the rules.
 *
 * <p>Dashboards are ConfigMaps with the label {@code grafana_dashboard: "1"}: its own, and those of
 * other components in {@link GrafanaProps#dashboardNamespaces}. Its sidecar may read ConfigMaps,
 * and by the chart's role also Secrets, of these namespaces only.
 */
@ComponentInfo(
    name = "grafana",
    domain = Domain.OBSERVABILITY,
    upstream = "https://grafana.com/docs/grafana/latest/",
    namespace = "observability",
    uses = "monitoring.coreos.com",
    timeout = "10m")
public final class Grafana extends HelmComponent {
  private static final String LOGS_PLUGIN = "victoriametrics-logs-datasource";
  private static final String LOGS_PLUGIN_VERSION = "0.24.1";
  private static final int PORT = 80;
  private static final int POD_PORT = 3000;

  private final GrafanaProps props;

  /** Stores its settings. */
  public Grafana(Construct scope, String id, GrafanaProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its user interface and API. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, id(), PORT, POD_PORT, pods());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            id(),
            targetNamespace(),
            "port service 80 to 3000 of pods with app.kubernetes.io/name grafana",
            "grafana-community/helm-charts@3386a1156177c6bcd7fdb1ad4c6b1dda094296e0:charts/grafana/templates/service.yaml"));
  }

  @Override
  protected Values values() {
    var admin = secret(props.admin().key("username")).secret();
    secret(props.admin().key("password"));
    return new Values(
        id(),
        props.replicas(),
        new Rbac(true, otherNamespaces()),
        new Enabled(false),
        props.replicas() > 1 ? Optional.of(new Budget(1)) : Optional.empty(),
        Placement.spread(pods()),
        props.resources(),
        new Admin(admin, "username", "password"),
        environment(),
        new Monitor(props.metrics()),
        new Sidecar(
            Compute.of(Quantity.millis(10), Quantity.mi(96), Quantity.mi(192)), dashboards()),
        new DatasourceFiles(new DatasourceFile(1, true, datasources())),
        ini());
  }

  @Override
  protected void define(Resources out) {
    out.add(Routes.http(id(), targetNamespace(), props.hostname(), props.listener(), service()));
    if (props.defaultDashboards()) {
      Dashboard.defaults()
          .forEach(
              dashboard ->
                  out.add(dashboard.configMap(id() + "-" + dashboard.uid(), targetNamespace())));
    }
  }

  private Map<String, String> pods() {
    return Map.of("app.kubernetes.io/name", "grafana", "app.kubernetes.io/instance", id());
  }

  private List<String> otherNamespaces() {
    return props.dashboardNamespaces().stream()
        .map(NamespaceRef::name)
        .filter(name -> !name.equals(targetNamespace()))
        .distinct()
        .sorted()
        .toList();
  }

  private SidecarDashboards dashboards() {
    var searched = new ArrayList<>(List.of(targetNamespace()));
    searched.addAll(otherNamespaces());
    return new SidecarDashboards(
        true,
        "grafana_dashboard",
        Dashboard.LABELS.get("grafana_dashboard"),
        "configmap",
        searched);
  }

  private Map<String, EnvironmentValue> environment() {
    var values = new TreeMap<String, EnvironmentValue>();
    values.put("GF_DATABASE_USER", EnvironmentValue.of(secret(props.database().username())));
    values.put("GF_DATABASE_PASSWORD", EnvironmentValue.of(secret(props.database().password())));
    props
        .secretKey()
        .ifPresent(key -> values.put("GF_SECURITY_SECRET_KEY", EnvironmentValue.of(secret(key))));
    props
        .oidc()
        .ifPresent(
            client ->
                values.put(
                    "GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET",
                    EnvironmentValue.of(secret(client.secret()))));
    return values;
  }

  private List<Datasource> datasources() {
    var sources = new ArrayList<Datasource>();
    sources.add(Datasource.metrics(props.metricsSource(), props.scrapeInterval()));
    props
        .logs()
        .ifPresent(
            logs -> sources.add(Datasource.of("VictoriaLogs", "victorialogs", LOGS_PLUGIN, logs)));
    props.alertmanager().ifPresent(alerts -> sources.add(Datasource.alertmanager(alerts)));
    props
        .tempo()
        .ifPresent(traces -> sources.add(Datasource.of("Tempo", "tempo", "tempo", traces)));
    props
        .jaeger()
        .ifPresent(traces -> sources.add(Datasource.of("Jaeger", "jaeger", "jaeger", traces)));
    return sources;
  }

  private Ini ini() {
    var database = props.database();
    return new Ini(
        new Server(props.hostname().name(), props.hostname().https()),
        new Database("postgres", database.service().hostPort(), database.name(), "require"),
        new Analytics(false, false, false),
        new Security(true, true),
        new Toggle(false),
        // Fetched while Grafana is already serving: the chart's own list of plugins would keep it
        // from starting when grafana.com is away.
        new Plugins(props.logs().map(logs -> LOGS_PLUGIN + "@" + LOGS_PLUGIN_VERSION), false),
        props.oidc().map(this::login));
  }

  // The paths are Keycloak's: Grafana does not read an issuer's discovery document.
  private Login login(OidcClientRef client) {
    var base = client.issuer() + "/protocol/openid-connect/";
    var roles =
        "contains(groups[*], '%s') && 'Admin' || contains(groups[*], '%s') && 'Editor' || 'Viewer'"
            .formatted(props.adminGroup(), props.editorGroup());
    return new Login(
        true,
        "Keycloak",
        client.clientId(),
        "openid email profile",
        base + "auth",
        base + "token",
        base + "userinfo",
        "preferred_username",
        roles,
        true,
        true,
        true);
  }

  record Values(
      String fullnameOverride,
      int replicas,
      Rbac rbac,
      Enabled testFramework,
      Optional<Budget> podDisruptionBudget,
      List<TopologySpreadConstraint> topologySpreadConstraints,
      Compute resources,
      Admin admin,
      Map<String, EnvironmentValue> envValueFrom,
      Monitor serviceMonitor,
      Sidecar sidecar,
      DatasourceFiles datasources,
      @JsonProperty("grafana.ini") Ini ini) {}

  record Rbac(boolean namespaced, List<String> namespaces) {}

  record Enabled(boolean enabled) {}

  record Budget(int maxUnavailable) {}

  record Admin(SecretRef existingSecret, String userKey, String passwordKey) {}

  record EnvironmentValue(Key secretKeyRef) {
    static EnvironmentValue of(SecretKeyRef key) {
      return new EnvironmentValue(new Key(key.secret(), key.key()));
    }
  }

  record Key(SecretRef name, String key) {}

  record Monitor(boolean enabled) {}

  record Sidecar(Compute resources, SidecarDashboards dashboards) {}

  record SidecarDashboards(
      boolean enabled,
      String label,
      String labelValue,
      String resource,
      List<String> searchNamespace) {}

  record DatasourceFiles(@JsonProperty("datasources.yaml") DatasourceFile file) {}

  record DatasourceFile(int apiVersion, boolean prune, List<Datasource> datasources) {}

  record Datasource(
      String name,
      String uid,
      String type,
      String access,
      String url,
      boolean isDefault,
      Optional<DatasourceOptions> jsonData) {
    static Datasource metrics(ServiceRef service, Duration interval) {
      var options =
          new DatasourceOptions(Optional.of(interval), Optional.of("POST"), Optional.empty());
      return new Datasource(
          "VictoriaMetrics",
          Dashboard.METRICS,
          "prometheus",
          "proxy",
          service.http(),
          true,
          Optional.of(options));
    }

    static Datasource alertmanager(ServiceRef service) {
      var options =
          new DatasourceOptions(Optional.empty(), Optional.empty(), Optional.of("prometheus"));
      return new Datasource(
          "Alertmanager",
          "alertmanager",
          "alertmanager",
          "proxy",
          service.http(),
          false,
          Optional.of(options));
    }

    static Datasource of(String name, String uid, String type, ServiceRef service) {
      return new Datasource(name, uid, type, "proxy", service.http(), false, Optional.empty());
    }
  }

  // The interval is what Grafana's $__rate_interval is made of.
  record DatasourceOptions(
      Optional<Duration> timeInterval,
      Optional<String> httpMethod,
      Optional<String> implementation) {}

  record Ini(
      Server server,
      Database database,
      Analytics analytics,
      Security security,
      @JsonProperty("unified_alerting") Toggle alerting,
      Plugins plugins,
      @JsonProperty("auth.generic_oauth") Optional<Login> login) {}

  record Server(String domain, @JsonProperty("root_url") String rootUrl) {}

  record Database(
      String type, String host, String name, @JsonProperty("ssl_mode") String sslMode) {}

  record Analytics(
      @JsonProperty("reporting_enabled") boolean reporting,
      @JsonProperty("check_for_updates") boolean updates,
      @JsonProperty("check_for_plugin_updates") boolean pluginUpdates) {}

  record Security(
      @JsonProperty("cookie_secure") boolean cookieSecure,
      @JsonProperty("disable_gravatar") boolean disableGravatar) {}

  record Toggle(boolean enabled) {}

  record Plugins(
      Optional<String> preinstall, @JsonProperty("preinstall_auto_update") boolean autoUpdate) {}

  record Login(
      boolean enabled,
      String name,
      @JsonProperty("client_id") String clientId,
      String scopes,
      @JsonProperty("auth_url") String authUrl,
      @JsonProperty("token_url") String tokenUrl,
      @JsonProperty("api_url") String apiUrl,
      @JsonProperty("login_attribute_path") String loginPath,
      @JsonProperty("role_attribute_path") String rolePath,
      @JsonProperty("allow_sign_up") boolean allowSignUp,
      @JsonProperty("use_pkce") boolean usePkce,
      @JsonProperty("use_refresh_token") boolean useRefreshToken) {}
}

package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.kube.Enabled;
import java.util.Optional;

/** The file {@code grafana.ini} of {@link Grafana}. */
record GrafanaIni(
    Server server,
    Optional<Database> database,
    Analytics analytics,
    Security security,
    @JsonProperty("unified_alerting") Enabled alerting,
    Plugins plugins,
    @JsonProperty("auth.generic_oauth") Optional<Login> login) {
  static final String LOGS_PLUGIN = "victoriametrics-logs-datasource";

  private static final String LOGS_PLUGIN_VERSION = "0.24.1";

  static GrafanaIni of(GrafanaProps props) {
    return new GrafanaIni(
        new Server(props.hostname().name(), props.hostname().https()),
        props.database().map(Database::postgres),
        new Analytics(false, false, false),
        new Security(true, true),
        Enabled.OFF,
        // Fetched while Grafana is already serving: the chart's own list of plugins would keep it
        // from starting when grafana.com is away.
        new Plugins(props.logs().map(logs -> LOGS_PLUGIN + "@" + LOGS_PLUGIN_VERSION), false),
        props.oidc().map(client -> login(client, props)));
  }

  // The paths are Keycloak's: Grafana does not read an issuer's discovery document.
  private static Login login(OidcClientRef client, GrafanaProps props) {
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

  record Server(String domain, @JsonProperty("root_url") String rootUrl) {}

  record Database(String type, String host, String name, @JsonProperty("ssl_mode") String sslMode) {
    static Database postgres(DatabaseRef database) {
      return new Database("postgres", database.service().hostPort(), database.name(), "require");
    }
  }

  record Analytics(
      @JsonProperty("reporting_enabled") boolean reporting,
      @JsonProperty("check_for_updates") boolean updates,
      @JsonProperty("check_for_plugin_updates") boolean pluginUpdates) {}

  record Security(
      @JsonProperty("cookie_secure") boolean cookieSecure,
      @JsonProperty("disable_gravatar") boolean disableGravatar) {}

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

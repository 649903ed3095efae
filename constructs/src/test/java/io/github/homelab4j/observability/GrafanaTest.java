package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.github.homelab4j.core.AlertsRef;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.MetricsRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class GrafanaTest {
  private final GrafanaProps.Builder props =
      GrafanaProps.builder()
          .hostname(Hostname.of("grafana.example.org"))
          .entry(Lab.LISTENER)
          .database(Lab.DATABASE)
          .metricsSource(Lab.SOURCE)
          .admin(Lab.ADMIN);

  @Test
  void keeps_its_state_in_postgresql_so_that_two_copies_are_alike() {
    var grafana = new Grafana(new App(), "grafana", props.build());
    assertThat(grafana)
        .values()
        .has("/replicas", 2)
        .has("/podDisruptionBudget/maxUnavailable", 1)
        .has("/grafana.ini/database/type", "postgres")
        .has("/grafana.ini/database/host", "postgres-rw.observability.svc.cluster.local:5432")
        .has("/grafana.ini/database/name", "grafana")
        .has("/envValueFrom/GF_DATABASE_PASSWORD/secretKeyRef/name", "grafana-grafana-db")
        .has("/envValueFrom/GF_DATABASE_PASSWORD/secretKeyRef/key", "password");
    assertThat(grafana).resource("ExternalSecret", "grafana-grafana-db");
  }

  @Test
  void reads_metrics_by_default_and_logs_when_it_is_given_them() {
    var app = new App();
    assertThat(new Grafana(app, "a", props.build()))
        .values()
        .has("/datasources/datasources.yaml/datasources/0/type", "prometheus")
        .has(
            "/datasources/datasources.yaml/datasources/0/url",
            "http://vmsingle.observability.svc.cluster.local:8428")
        .has("/datasources/datasources.yaml/datasources/0/isDefault", true)
        .has("/datasources/datasources.yaml/datasources/0/jsonData/timeInterval", "30s")
        .hasNo("/datasources/datasources.yaml/datasources/1")
        .hasNo("/grafana.ini/plugins/preinstall");
    assertThat(new Grafana(app, "b", props.logs(Lab.LOGS).build()))
        .values()
        .has("/datasources/datasources.yaml/datasources/1/type", "victoriametrics-logs-datasource")
        .has("/grafana.ini/plugins/preinstall", "victoriametrics-logs-datasource@0.24.1");
  }

  @Test
  void reads_logs_of_loki_without_a_plugin() {
    assertThat(new Grafana(new App(), "a", props.loki(Lab.service("loki", 3100)).build()))
        .values()
        .has("/datasources/datasources.yaml/datasources/1/type", "loki")
        .has(
            "/datasources/datasources.yaml/datasources/1/url",
            "http://loki.observability.svc.cluster.local:3100")
        .hasNo("/grafana.ini/plugins/preinstall");
  }

  @Test
  void maps_groups_of_the_identity_provider_to_roles() {
    var grafana = new Grafana(new App(), "grafana", props.oidc(Lab.CLIENT).build());
    assertThat(grafana)
        .values()
        .at("/grafana.ini/auth.generic_oauth")
        .has("/client_id", "grafana")
        .has("/auth_url", "https://keycloak.example.org/realms/home/protocol/openid-connect/auth")
        .has(
            "/role_attribute_path",
            "contains(groups[*], 'admins') && 'Admin' || contains(groups[*], 'developers') && 'Editor' || 'Viewer'");
    assertThat(grafana)
        .values()
        .has("/envValueFrom/GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET/secretKeyRef/key", "client-secret");
  }

  @Test
  void takes_its_administrator_from_the_store() {
    assertThat(new Grafana(new App(), "grafana", props.build()))
        .values()
        .has("/admin/existingSecret", "grafana-grafana")
        .has("/admin/userKey", "username")
        .has("/admin/passwordKey", "password");
  }

  @Test
  void is_reached_by_its_host_name() {
    var grafana = new Grafana(new App(), "grafana", props.build());
    assertThat(grafana)
        .resource("HTTPRoute", "grafana")
        .has("/spec/hostnames/0", "grafana.example.org")
        .has("/spec/rules/0/backendRefs/0/port", 80);
    assertThat(grafana).values().has("/grafana.ini/server/root_url", "https://grafana.example.org");
  }

  @Test
  void is_reached_through_an_ingress_with_a_certificate_of_its_own() {
    var entry =
        new IngressRef(
            "nginx",
            new IssuerRef("letsencrypt", Lab.LISTENER.provider()),
            Ip.of("10.0.0.65"),
            Lab.LISTENER.provider());
    var behindIngress =
        GrafanaProps.builder()
            .hostname(Hostname.of("grafana.example.org"))
            .entry(entry)
            .database(Lab.DATABASE)
            .metricsSource(Lab.SOURCE)
            .admin(Lab.ADMIN)
            .build();
    var grafana = new Grafana(new App(), "grafana", behindIngress);
    assertThat(grafana)
        .resource("Ingress", "grafana")
        .has("/metadata/annotations/cert-manager.io~1cluster-issuer", "letsencrypt")
        .has("/spec/ingressClassName", "nginx")
        .has("/spec/tls/0/hosts/0", "grafana.example.org")
        .has("/spec/tls/0/secretName", "grafana-tls")
        .has("/spec/rules/0/host", "grafana.example.org")
        .has("/spec/rules/0/http/paths/0/path", "/")
        .has("/spec/rules/0/http/paths/0/pathType", "Prefix")
        .has("/spec/rules/0/http/paths/0/backend/service/name", "grafana")
        .has("/spec/rules/0/http/paths/0/backend/service/port/number", 80);
    assertThat(grafana.objects()).noneMatch(HTTPRoute.class::isInstance);
  }

  @Test
  void loads_dashboards_of_its_own_and_of_named_namespaces_only() {
    var grafana =
        new Grafana(
            new App(),
            "grafana",
            props
                .addDashboardNamespaces(
                    NamespaceRef.of("kube-system"), NamespaceRef.of("observability"))
                .build());
    assertThat(grafana)
        .values()
        .has("/sidecar/dashboards/searchNamespace", "[\"observability\",\"kube-system\"]")
        .has("/sidecar/dashboards/resource", "configmap")
        .has("/sidecar/dashboards/label", "grafana_dashboard");
    assertThat(grafana)
        .resource("ConfigMap", "grafana-homelab-nodes")
        .has("/metadata/labels/grafana_dashboard", "1");
  }

  @Test
  void may_read_config_maps_of_these_namespaces_and_no_secret() {
    var grafana =
        new Grafana(
            new App(),
            "grafana",
            props.addDashboardNamespaces(NamespaceRef.of("kube-system")).build());
    assertThat(grafana).values().has("/rbac/create", false);
    var roles =
        grafana.objects().stream().filter(Role.class::isInstance).map(Role.class::cast).toList();
    assertThat(roles)
        .extracting(role -> role.getMetadata().getNamespace())
        .containsExactly("observability", "kube-system");
    assertThat(roles)
        .flatExtracting(Role::getRules)
        .allSatisfy(rule -> assertThat(rule.getResources()).containsExactly("configmaps"))
        .allSatisfy(rule -> assertThat(rule.getVerbs()).containsExactly("get", "list", "watch"));
    var bindings =
        grafana.objects().stream()
            .filter(RoleBinding.class::isInstance)
            .map(RoleBinding.class::cast)
            .toList();
    assertThat(bindings)
        .extracting(binding -> binding.getMetadata().getNamespace())
        .containsExactly("observability", "kube-system");
    assertThat(bindings)
        .allSatisfy(
            binding -> assertThat(binding.getRoleRef().getName()).isEqualTo("grafana-dashboards"))
        .flatExtracting(RoleBinding::getSubjects)
        .containsOnly(new Subject(null, "ServiceAccount", "grafana", "observability"));
  }

  @Test
  void its_dashboards_read_the_data_source_that_it_has() {
    var dashboards =
        new Grafana(new App(), "grafana", props.build())
            .objects().stream()
                .filter(ConfigMap.class::isInstance)
                .map(ConfigMap.class::cast)
                .toList();
    assertThat(dashboards)
        .hasSize(3)
        .allSatisfy(
            map ->
                assertThat(map.getData().values().iterator().next())
                    .contains("\"uid\" : \"victoriametrics\"")
                    .doesNotContain("\r"));
  }

  @Test
  void keeps_its_state_on_a_volume_as_one_copy_where_there_is_no_database() {
    var grafana = new Grafana(new App(), "grafana", onVolume().build());
    assertThat(grafana)
        .values()
        .has("/replicas", 1)
        .has("/deploymentStrategy/type", "Recreate")
        .has("/persistence/enabled", true)
        .has("/persistence/storageClassName", "openebs-hostpath")
        .has("/persistence/size", "1Gi")
        .has("/initChownData/enabled", false)
        .hasNo("/podDisruptionBudget")
        .hasNo("/envValueFrom")
        .hasNo("/grafana.ini/database");
    assertThat(grafana)
        .resource("HelmRelease", "grafana")
        .at("/metadata/annotations")
        .has("/kustomize.toolkit.fluxcd.io~1prune", "disabled");
  }

  @Test
  void reads_prometheus_and_its_alertmanager_below_their_paths() {
    var grafana =
        new Grafana(
            new App(),
            "grafana",
            onVolume(new MetricsRef("Prometheus", Lab.service("prometheus", 9090), "/prometheus"))
                .alertmanager(new AlertsRef(Lab.service("alertmanager", 9093), "/alertmanager"))
                .build());
    assertThat(grafana)
        .values()
        .at("/datasources/datasources.yaml/datasources")
        .has("/0/name", "Prometheus")
        .has("/0/type", "prometheus")
        .has("/0/url", "http://prometheus.observability.svc.cluster.local:9090/prometheus")
        .has("/1/url", "http://alertmanager.observability.svc.cluster.local:9093/alertmanager");
    assertThat(grafana.objects())
        .filteredOn(ConfigMap.class::isInstance)
        .hasSize(3)
        .allSatisfy(
            map ->
                assertThat(((ConfigMap) map).getData().values().iterator().next())
                    .contains("\"uid\" : \"prometheus\""));
  }

  private static GrafanaProps.Builder onVolume() {
    return onVolume(Lab.SOURCE);
  }

  private static GrafanaProps.Builder onVolume(MetricsRef source) {
    return GrafanaProps.builder()
        .hostname(Hostname.of("grafana.example.org"))
        .entry(Lab.LISTENER)
        .storage(Lab.DISK)
        .metricsSource(source)
        .admin(Lab.ADMIN);
  }

  @Test
  void rejects_a_database_and_a_volume() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.storage(Lab.DISK).build())
        .withMessage(
            "Grafana has a database and a volume: give it either a database or the storage class of a volume");
  }

  @Test
  void rejects_neither_a_database_nor_a_volume() {
    var without =
        GrafanaProps.builder()
            .hostname(Hostname.of("grafana.example.org"))
            .entry(Lab.LISTENER)
            .metricsSource(Lab.SOURCE)
            .admin(Lab.ADMIN);
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(without::build)
        .withMessage(
            "Grafana has neither a database nor a volume: give it either a database or the storage class of a volume");
  }

  @Test
  void rejects_copies_on_one_volume() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> onVolume().replicas(2).build())
        .withMessage(
            "replicas is 2, but the state is on a volume, which one pod mounts: run 1, or give it a database");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.cache.Dragonfly;
import io.github.homelab4j.cache.DragonflyOperator;
import io.github.homelab4j.cache.DragonflyOperatorProps;
import io.github.homelab4j.cache.DragonflyProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.database.CloudNativePg;
import io.github.homelab4j.database.CloudNativePgProps;
import io.github.homelab4j.database.PluginBarmanCloud;
import io.github.homelab4j.database.PluginBarmanCloudProps;
import io.github.homelab4j.database.PostgresArchive;
import io.github.homelab4j.database.PostgresCluster;
import io.github.homelab4j.database.PostgresClusterProps;
import io.github.homelab4j.database.PostgresDatabase;
import io.github.homelab4j.database.PostgresPooler;
import io.github.homelab4j.identity.Keycloak;
import io.github.homelab4j.identity.KeycloakOperator;
import io.github.homelab4j.identity.KeycloakOperatorProps;
import io.github.homelab4j.identity.KeycloakProps;
import io.github.homelab4j.identity.KeycloakRealm;
import io.github.homelab4j.identity.KeycloakRealmProps;
import io.github.homelab4j.identity.OidcClient;
import io.github.homelab4j.networking.Allow;
import io.github.homelab4j.networking.NetworkPolicies;
import io.github.homelab4j.networking.NetworkPoliciesProps;
import io.github.homelab4j.networking.Peer;
import io.github.homelab4j.observability.FluentBit;
import io.github.homelab4j.observability.FluentBitProps;
import io.github.homelab4j.observability.Grafana;
import io.github.homelab4j.observability.GrafanaProps;
import io.github.homelab4j.observability.VictoriaLogs;
import io.github.homelab4j.observability.VictoriaLogsProps;
import io.github.homelab4j.observability.VmAgent;
import io.github.homelab4j.observability.VmAgentProps;
import io.github.homelab4j.observability.VmAlert;
import io.github.homelab4j.observability.VmAlertProps;
import io.github.homelab4j.observability.VmAlertmanager;
import io.github.homelab4j.observability.VmAlertmanagerProps;
import io.github.homelab4j.observability.VmSingle;
import io.github.homelab4j.observability.VmSingleProps;
import io.github.homelab4j.storage.RookCephCluster;
import io.github.homelab4j.storage.RookCephClusterProps;
import software.constructs.Construct;

/**
 * The infra cluster of infra-apps: storage, databases, identity and observability for both
 * clusters.
 */
public final class InfraCluster extends Cluster {
  private final InfraExports exports;

  /** Composes the cluster, in the order of its dependencies. */
  public InfraCluster(Construct scope, InfraAppsPlan plan) {
    super(scope, plan.infra());

    var platform =
        Platform.of(
            this,
            plan,
            new Platform.Addresses(plan.infraKubeApi(), plan.infraGateway(), plan.hubbleInfra()));
    var secrets = platform.secrets();
    var listener = platform.gateway().listener();
    var openebs = platform.openebs();
    var metricsOperator = platform.metricsOperator().operator();

    // Storage.
    var ceph =
        new RookCephCluster(
            this,
            "rook-ceph-cluster",
            RookCephClusterProps.builder()
                .operator(platform.rook().operator())
                .drivers(platform.csi().drivers())
                .addAllNodes(plan.infra().nodes())
                .build());
    // Databases and caches.
    var objectStore =
        new ObjectStoreRef(plan.s3Endpoint(), plan.s3Region(), secrets.item("s3-postgres"));
    var cnpg = new CloudNativePg(this, "cloudnative-pg", CloudNativePgProps.builder().build());
    var barman =
        new PluginBarmanCloud(
            this,
            "plugin-barman-cloud",
            PluginBarmanCloudProps.builder().operator(cnpg.operator()).build());
    var postgres =
        new PostgresCluster(
            this,
            "postgres",
            PostgresClusterProps.builder()
                .operator(cnpg.operator())
                .storage(ceph.block())
                // Migrations of GitLab and Harbor take advisory locks, which live as long as a
                // session.
                .addDatabases(
                    PostgresDatabase.named("harbor", secrets.item("harbor-database"))
                        .behind(PostgresPooler.session("harbor-pooler")))
                .addDatabases(
                    PostgresDatabase.named("keycloak", secrets.item("keycloak-database"))
                        .behind(PostgresPooler.transaction("keycloak-pooler")))
                .addDatabases(
                    PostgresDatabase.named("gitlab", secrets.item("gitlab-database"))
                        .withExtensions("pg_trgm", "btree_gist", "amcheck")
                        .behind(PostgresPooler.session("gitlab-pooler")))
                .addDatabases(PostgresDatabase.named("grafana", secrets.item("grafana-database")))
                .archive(
                    PostgresArchive.builder()
                        .plugin(barman.plugin())
                        .bucket(objectStore.bucket("postgres"))
                        .build())
                .snapshots(ceph.blockSnapshots())
                .build());
    var dragonflyOperator =
        new DragonflyOperator(this, "dragonfly-operator", DragonflyOperatorProps.builder().build());
    var gitlabCache =
        new Dragonfly(
            this,
            "dragonfly-gitlab",
            DragonflyProps.builder()
                .operator(dragonflyOperator.operator())
                .storage(openebs.lvm())
                .password(secrets.item("dragonfly-gitlab").key("password"))
                .build());
    var harborCache =
        new Dragonfly(
            this,
            "dragonfly-harbor",
            DragonflyProps.builder()
                .operator(dragonflyOperator.operator())
                .storage(openebs.lvm())
                .password(secrets.item("dragonfly-harbor").key("password"))
                .build());

    // Identity.
    var keycloakOperator =
        new KeycloakOperator(this, "keycloak-operator", KeycloakOperatorProps.builder().build());
    var keycloak =
        new Keycloak(
            this,
            "keycloak",
            KeycloakProps.builder()
                .operator(keycloakOperator.operator())
                .hostname(plan.keycloak())
                .entry(listener)
                .database(postgres.database("keycloak"))
                .administrator(secrets.item("keycloak"))
                .build());
    var realm =
        new KeycloakRealm(
            this,
            "keycloak-realm",
            KeycloakRealmProps.builder()
                .keycloak(keycloak.instance())
                .realm("monosense")
                .addClients(
                    OidcClient.gitlab(
                        plan.gitlab(), secrets.item("gitlab-oidc").key("client-secret")))
                .addClients(
                    OidcClient.harbor(
                        plan.harbor(), secrets.item("harbor-oidc").key("client-secret")))
                .addClients(
                    OidcClient.grafana(
                        plan.grafana(), secrets.item("grafana-oidc").key("client-secret")))
                .build());

    // Observability.
    var metrics =
        new VmSingle(
            this,
            "vmsingle",
            VmSingleProps.builder().operator(metricsOperator).storage(openebs.hostpath()).build());
    new VmAgent(
        this,
        "vmagent",
        VmAgentProps.builder().operator(metricsOperator).remoteWrite(metrics.service()).build());
    var alertmanager =
        new VmAlertmanager(
            this,
            "vmalertmanager",
            VmAlertmanagerProps.builder()
                .operator(metricsOperator)
                .storage(openebs.hostpath())
                .build());
    new VmAlert(
        this,
        "vmalert",
        VmAlertProps.builder()
            .operator(metricsOperator)
            .datasource(metrics.service())
            .alertmanager(alertmanager.service())
            .build());
    var logs =
        new VictoriaLogs(
            this, "victoria-logs", VictoriaLogsProps.builder().storage(openebs.hostpath()).build());
    var fluentBit =
        new FluentBit(this, "fluent-bit", FluentBitProps.builder().logs(logs.service()).build());
    var grafana =
        new Grafana(
            this,
            "grafana",
            GrafanaProps.builder()
                .hostname(plan.grafana())
                .entry(listener)
                .database(postgres.database("grafana"))
                .metricsSource(metrics.metrics())
                .logs(logs.service())
                .alertmanager(alertmanager.alerts())
                .admin(secrets.item("grafana"))
                .oidc(realm.client("grafana"))
                .addDashboardNamespaces(
                    NamespaceRef.of(platform.cilium().targetNamespace()),
                    NamespaceRef.of(platform.spegel().targetNamespace()),
                    NamespaceRef.of(fluentBit.targetNamespace()))
                .adminGroup("admins")
                .editorGroup("developers")
                .build());

    // Who may talk to whom.
    var observability = NamespaceRef.of(metrics.targetNamespace());
    var identity = NamespaceRef.of(keycloak.targetNamespace());
    // Metrics and logs ask nobody for a password, and runners of both CI systems are in the mesh.
    new NetworkPolicies(
        this,
        "policies-observability",
        NetworkPoliciesProps.builder()
            .namespace(observability)
            .addIncoming(Allow.with(Peer.gateways()).at(grafana.service()))
            .addIncoming(
                Allow.with(Peer.namespace(NamespaceRef.of(fluentBit.targetNamespace())))
                    .at(logs.service()))
            // The operator's webhook.
            .addIncoming(Allow.with(Peer.kubernetesApi()).ports(9443))
            .build());
    new NetworkPolicies(
        this,
        "policies-database",
        NetworkPoliciesProps.builder()
            .namespace(NamespaceRef.of(postgres.targetNamespace()))
            .addIncoming(Allow.with(Peer.namespace(NamespaceRef.of(cnpg.targetNamespace()))))
            // kubectl cnpg status asks each server through the Kubernetes API.
            .addIncoming(Allow.with(Peer.kubernetesApi()).ports(8000))
            .addIncoming(
                Allow.with(Peer.namespace(identity)).at(postgres.database("keycloak").service()))
            .addIncoming(
                Allow.with(Peer.namespace(observability))
                    .at(postgres.database("grafana").service()))
            .build());
    // People log in through the Gateway; the administration console stays inside: kubectl
    // port-forward.
    new NetworkPolicies(
        this,
        "policies-identity",
        NetworkPoliciesProps.builder()
            .namespace(identity)
            .addIncoming(
                Allow.with(Peer.gateways())
                    .at(keycloak.service())
                    .request("GET|POST|OPTIONS", "/(realms|resources|\\.well-known)/.*"))
            .build());

    Platform.closed(this, cnpg, Allow.with(Peer.kubernetesApi()).ports(9443));
    Platform.closed(this, dragonflyOperator);

    exports =
        export(
            new InfraExports(
                postgres.database("gitlab"),
                gitlabCache.cache(),
                realm.client("gitlab"),
                postgres.database("harbor"),
                harborCache.cache(),
                realm.client("harbor"),
                metrics.service(),
                logs.service(),
                ceph.export()));
  }

  /** What apps may use of this cluster. */
  public InfraExports exports() {
    return exports;
  }
}

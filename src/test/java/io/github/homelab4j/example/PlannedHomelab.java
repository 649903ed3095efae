package io.github.homelab4j.example;

import io.github.homelab4j.backup.CephOffsiteReplication;
import io.github.homelab4j.backup.CephOffsiteReplicationProps;
import io.github.homelab4j.backup.Velero;
import io.github.homelab4j.backup.VeleroProps;
import io.github.homelab4j.backup.VeleroSchedule;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.dns.DnsProvider;
import io.github.homelab4j.dns.ExternalDns;
import io.github.homelab4j.dns.ExternalDnsProps;
import io.github.homelab4j.gitops.ArgoCd;
import io.github.homelab4j.gitops.ArgoCdProps;
import io.github.homelab4j.ingress.GatewayApi;
import io.github.homelab4j.ingress.GatewayApiProps;
import io.github.homelab4j.observability.AlertGroup;
import io.github.homelab4j.observability.AlertReceiver;
import io.github.homelab4j.observability.AlertRule;
import io.github.homelab4j.observability.AlertRules;
import io.github.homelab4j.observability.AlertRulesProps;
import io.github.homelab4j.observability.Alertmanager;
import io.github.homelab4j.observability.AlertmanagerProps;
import io.github.homelab4j.observability.Grafana;
import io.github.homelab4j.observability.GrafanaProps;
import io.github.homelab4j.observability.HostScrapes;
import io.github.homelab4j.observability.HostScrapesProps;
import io.github.homelab4j.observability.HostTarget;
import io.github.homelab4j.observability.Jaeger;
import io.github.homelab4j.observability.JaegerProps;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import io.github.homelab4j.observability.NodeExporter;
import io.github.homelab4j.observability.NodeExporterProps;
import io.github.homelab4j.observability.Prometheus;
import io.github.homelab4j.observability.PrometheusOperator;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.observability.PrometheusOperatorProps;
import io.github.homelab4j.observability.PrometheusProps;
import io.github.homelab4j.observability.Published;
import io.github.homelab4j.observability.Tempo;
import io.github.homelab4j.observability.TempoProps;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import io.github.homelab4j.security.Spire;
import io.github.homelab4j.security.SpireCrds;
import io.github.homelab4j.security.SpireCrdsProps;
import io.github.homelab4j.security.SpireProps;
import io.github.homelab4j.storage.CephCsiDrivers;
import io.github.homelab4j.storage.CephCsiDriversProps;
import io.github.homelab4j.storage.Longhorn;
import io.github.homelab4j.storage.LonghornJob;
import io.github.homelab4j.storage.LonghornProps;
import io.github.homelab4j.storage.RookCeph;
import io.github.homelab4j.storage.RookCephCluster;
import io.github.homelab4j.storage.RookCephClusterProps;
import io.github.homelab4j.storage.RookCephProps;
import io.github.homelab4j.storage.SnapshotController;
import io.github.homelab4j.storage.SnapshotControllerProps;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Version;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.constructs.Construct;

/**
 * What no reference homelab has switched on yet, switched on: it goes through the same checks, and
 * nothing of it is written.
 */
public final class PlannedHomelab extends Homelab {
  /** Its cluster of what both reference clusters could have. */
  public static final String CLUSTER = "planned";

  /** All of them. */
  public static final List<String> CLUSTERS = List.of(CLUSTER, PlannedPi.NAME);

  /** Composes it. */
  public PlannedHomelab() {
    this(new Plan());
  }

  private PlannedHomelab(Plan plan) {
    super(plan);
    new Planned(this, plan);
    new PlannedPi(this, plan.pi, plan.domain());
  }

  private static final class Planned extends Cluster {
    Planned(Construct scope, Plan plan) {
      super(scope, plan.planned);
      var volumes = StorageClassRef.external("local-path");
      new PrometheusOperatorCrds(
          this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
      new GatewayApi(this, "gateway-api", GatewayApiProps.builder().build());
      new MetricsServer(this, "metrics-server", MetricsServerProps.builder().build());
      open(new ExternalSecrets(this, "external-secrets", ExternalSecretsProps.builder().build()));
      var vault =
          new VaultStore(
              this,
              "vault-store",
              VaultStoreProps.builder().server(URI.create(Plan.VAULT)).build());
      var ceph = new RookCeph(this, "rook-ceph", RookCephProps.builder().build());
      new SnapshotController(
          this, "snapshot-controller", SnapshotControllerProps.builder().build());
      var drivers =
          new CephCsiDrivers(
              this,
              "ceph-csi-drivers",
              CephCsiDriversProps.builder().operator(ceph.operator()).build());
      open(drivers);
      new RookCephCluster(
          this,
          "rook-ceph-cluster",
          RookCephClusterProps.builder()
              .operator(ceph.operator())
              .drivers(drivers.drivers())
              .addAllNodes(plan.planned.nodes())
              .build());
      open(ceph);
      new CephOffsiteReplication(
          this,
          "ceph-offsite-replication",
          CephOffsiteReplicationProps.builder()
              .ceph(ceph.operator())
              .peerToken(vault.item("ceph").key("token"))
              .build());
      var store = new ObjectStoreRef("https://s3.lab.example.org", "us-east-1", vault.item("s3"));
      var longhorn =
          new Longhorn(
              this,
              "longhorn",
              LonghornProps.builder()
                  .addAllNodes(plan.planned.nodes())
                  .defaultClass(false)
                  .backups(store.bucket("longhorn"))
                  .addJobs(
                      LonghornJob.snapshots("snapshots", CronSchedule.daily(1, 0), 7),
                      LonghornJob.backups("backups", CronSchedule.daily(3, 0), 30))
                  .uiReplicas(2)
                  .build());
      open(longhorn);
      open(
          new Velero(
              this,
              "velero",
              VeleroProps.builder()
                  .bucket(store.bucket("velero"))
                  .addSnapshots(longhorn.snapshotClass())
                  .copiesVolumes(true)
                  .addSchedules(
                      VeleroSchedule.ofEverything(
                          "full", CronSchedule.daily(4, 0), Duration.ofDays(30)))
                  .build()));
      open(new Tempo(this, "tempo", TempoProps.builder().storage(volumes).build()));
      open(new Jaeger(this, "jaeger", JaegerProps.builder().storage(volumes).build()));
      new SpireCrds(this, "spire-crds", SpireCrdsProps.builder().build());
      open(
          new Spire(
              this,
              "spire",
              SpireProps.builder()
                  .storage(volumes)
                  .trustDomain(plan.domain())
                  .clusterName(CLUSTER)
                  .country("ID")
                  .organization("example")
                  .build()));
      PlannedEntrance.compose(this, plan.ingress, plan.app, vault.item("cloudflare").key("token"));
      var listener =
          new ListenerRef(
              "external",
              "gateway",
              "https",
              Hostname.of("*." + plan.domain()),
              plan.gateway.address(),
              Provider.external("another tool"));
      open(
          new ArgoCd(
              this,
              "argo-cd",
              ArgoCdProps.builder().hostname(plan.argocd).entry(listener).build()));
      watch(plan, volumes, vault, listener);
      open(
          new ExternalDns(
              this,
              "external-dns",
              ExternalDnsProps.builder()
                  .provider(DnsProvider.cloudflare(vault.item("cloudflare").key("token")))
                  .addDomains(plan.domain())
                  .owner(CLUSTER)
                  .build()));
    }

    private void watch(Plan plan, StorageClassRef volumes, VaultStore vault, ListenerRef listener) {
      var operator =
          new PrometheusOperator(
              this, "prometheus-operator", PrometheusOperatorProps.builder().build());
      open(operator);
      var slack = vault.item("slack");
      var alertmanager =
          new Alertmanager(
              this,
              "alertmanager",
              AlertmanagerProps.builder()
                  .operator(operator.operator())
                  .storage(volumes)
                  .published(new Published(plan.monitoring, listener, "/alertmanager"))
                  .addReceivers(new AlertReceiver.Slack(slack.key("webhook"), "#alerts"))
                  .addReceivers(
                      new AlertReceiver.PagerDuty(vault.item("pagerduty").key("routing-key")))
                  .addReceivers(
                      new AlertReceiver.Email(
                          "owner@lab.example.org",
                          "alerts@lab.example.org",
                          Hostname.of("smtp.example.net"),
                          Port.of(587),
                          "alerts",
                          vault.item("smtp").key("password")))
                  .addReceivers(new AlertReceiver.Webhook(vault.item("hook").key("url")))
                  .build());
      open(alertmanager);
      var prometheus =
          new Prometheus(
              this,
              "prometheus",
              PrometheusProps.builder()
                  .operator(operator.operator())
                  .alertmanager(alertmanager.alerts())
                  .storage(volumes)
                  .published(new Published(plan.monitoring, listener, "/prometheus"))
                  .build());
      open(prometheus);
      new AlertRules(
          this,
          "alert-rules",
          AlertRulesProps.builder()
              .addGroups(
                  AlertGroup.of(
                      "web",
                      AlertRule.warning(
                          "ManyRequests",
                          Duration.ofMinutes(5),
                          "rate(http_requests_total[5m]) > 1000",
                          "{{ $labels.job }} is asked more than 1000 times a second")))
              .build());
      new HostScrapes(
          this,
          "host-scrapes",
          HostScrapesProps.builder()
              .addTargets(
                  HostTarget.of(HostServiceRef.of(plan.nas, "node-exporter", Loss.DEGRADES)),
                  HostTarget.of(HostServiceRef.of(plan.nas, "minio", Loss.DEGRADES))
                      .at("/minio/v2/metrics/cluster")
                      .with(vault.item("minio").key("metrics-token")))
              .build());
      new NodeExporter(
          this,
          "node-exporter",
          NodeExporterProps.builder().monitor(NodeExporterProps.Monitor.POD).build());
      open(
          new Grafana(
              this,
              "grafana",
              GrafanaProps.builder()
                  .hostname(plan.grafana)
                  .entry(listener)
                  .storage(volumes)
                  .metricsSource(prometheus.metrics())
                  .alertmanager(alertmanager.alerts())
                  .admin(vault.item("grafana"))
                  .build()));
    }

    // Nothing that is planned enforces them.
    private static void open(Component component) {
      component.exempt(NetworkRule.NET_001, "this cluster has no network with policies");
    }
  }

  private static final class Plan implements HomelabPlan {
    private static final DiskPlan DISK =
        new DiskPlan("/dev/disk/by-partlabel/r-ceph", DiskPlan.Use.CEPH);
    private static final String VAULT = "https://vault.lab.example.org:8200";

    private final Network lan = Network.lan("lan", "192.0.2.0/24");
    private final LoadBalancerPool pool = lan.pool(CLUSTER, "192.0.2.100", "192.0.2.110");
    private final PlannedPi.Plan pi = PlannedPi.Plan.in(lan);
    private final Reservation gateway = pool.reserve("gateway", "192.0.2.100");
    private final Reservation ingress = pool.reserve("ingress", "192.0.2.101");
    private final Hostname app = Hostname.of("my-app.lab.example.org");
    private final Hostname argocd = Hostname.of("argocd.lab.example.org");
    private final Hostname grafana = Hostname.of("grafana.lab.example.org");
    private final Hostname monitoring = Hostname.of("monitoring.lab.example.org");
    private final HostPlan nas =
        HostPlan.builder()
            .name("nas")
            .purpose("disks")
            .addAddresses(Ip.of("192.0.2.20"))
            .addServices(
                HostService.tcp("node-exporter", 9100, "metrics of the machine"),
                HostService.tcp("minio", 9000, "objects"))
            .build();
    private final ClusterPlan planned =
        ClusterPlan.builder()
            .name(CLUSTER)
            .purpose("What is planned.")
            .kubernetesVersion(Version.of("1.35.0"))
            .nodeNetwork(lan)
            .addNodes(
                NodePlan.controlPlane("planned-1", "192.0.2.11").with(DISK),
                NodePlan.worker("planned-2", "192.0.2.12").with(DISK),
                NodePlan.worker("planned-3", "192.0.2.13").with(DISK))
            .pods(Cidr.of("10.42.0.0/16"))
            .services(Cidr.of("10.43.0.0/16"))
            .apiEndpoint(Ip.of("192.0.2.11"))
            .addPools(pool)
            .build();

    @Override
    public String name() {
      return CLUSTER;
    }

    @Override
    public Hostname domain() {
      return Hostname.of("lab.example.org");
    }

    @Override
    public GitSource git() {
      return new GitSource("https://git.lab.example.org/homelab", "main", Duration.ofMinutes(10));
    }

    @Override
    public List<ClusterPlan> clusters() {
      return List.of(planned, pi.cluster());
    }

    @Override
    public List<HostPlan> hosts() {
      return List.of(nas, pi.host());
    }

    @Override
    public List<DnsRecord> records() {
      return List.of(
          new DnsRecord(argocd, gateway.address()),
          new DnsRecord(app, ingress.address()),
          new DnsRecord(grafana, gateway.address()),
          new DnsRecord(monitoring, gateway.address()),
          new DnsRecord(Hostname.of("oidc-discovery").in(domain()), gateway.address()));
    }

    @Override
    public List<OutsideService> outside() {
      return List.of(
          new OutsideService("Vault", "holds the secrets", VAULT),
          new OutsideService("S3", "holds the backups", "https://s3.lab.example.org"));
    }
  }
}

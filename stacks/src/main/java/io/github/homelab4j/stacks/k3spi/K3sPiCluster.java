package io.github.homelab4j.stacks.k3spi;

import io.github.homelab4j.backup.Velero;
import io.github.homelab4j.backup.VeleroProps;
import io.github.homelab4j.backup.VeleroSchedule;
import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.certificates.LetsEncrypt;
import io.github.homelab4j.certificates.LetsEncryptProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.EntryRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.dns.CoreDns;
import io.github.homelab4j.dns.CoreDnsProps;
import io.github.homelab4j.gitops.Flux;
import io.github.homelab4j.gitops.FluxOperator;
import io.github.homelab4j.gitops.FluxOperatorProps;
import io.github.homelab4j.gitops.FluxProps;
import io.github.homelab4j.hosts.VaultServer;
import io.github.homelab4j.hosts.VaultServerProps;
import io.github.homelab4j.ingress.IngressNginx;
import io.github.homelab4j.ingress.IngressNginxProps;
import io.github.homelab4j.ingress.WebUi;
import io.github.homelab4j.ingress.WebUiProps;
import io.github.homelab4j.mesh.IstioBase;
import io.github.homelab4j.mesh.IstioBaseProps;
import io.github.homelab4j.mesh.IstioGateway;
import io.github.homelab4j.mesh.IstioGatewayProps;
import io.github.homelab4j.mesh.Istiod;
import io.github.homelab4j.mesh.IstiodProps;
import io.github.homelab4j.networking.Allow;
import io.github.homelab4j.networking.Cilium;
import io.github.homelab4j.networking.CiliumProps;
import io.github.homelab4j.networking.ClusterwidePolicies;
import io.github.homelab4j.networking.ClusterwidePoliciesProps;
import io.github.homelab4j.networking.NetworkPolicies;
import io.github.homelab4j.networking.NetworkPoliciesProps;
import io.github.homelab4j.networking.NodeEnvironment;
import io.github.homelab4j.networking.Peer;
import io.github.homelab4j.observability.AlertReceiver;
import io.github.homelab4j.observability.Alertmanager;
import io.github.homelab4j.observability.AlertmanagerProps;
import io.github.homelab4j.observability.Fluentd;
import io.github.homelab4j.observability.FluentdProps;
import io.github.homelab4j.observability.Grafana;
import io.github.homelab4j.observability.GrafanaProps;
import io.github.homelab4j.observability.HostScrapes;
import io.github.homelab4j.observability.HostScrapesProps;
import io.github.homelab4j.observability.HostTarget;
import io.github.homelab4j.observability.KubeStateMetrics;
import io.github.homelab4j.observability.KubeStateMetricsProps;
import io.github.homelab4j.observability.Loki;
import io.github.homelab4j.observability.LokiProps;
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
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import io.github.homelab4j.storage.Longhorn;
import io.github.homelab4j.storage.LonghornJob;
import io.github.homelab4j.storage.LonghornProps;
import io.github.homelab4j.storage.SnapshotController;
import io.github.homelab4j.storage.SnapshotControllerProps;
import io.github.homelab4j.unit.CronSchedule;
import java.time.Duration;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * The cluster of k3s-pi: K3s on two Raspberry Pis, with Longhorn on disks of node1, secrets of its
 * Vault and backups in its MinIO.
 *
 * <p>Each Pi has 4 cores and 8 GB, so most components run in one copy.
 */
public final class K3sPiCluster extends Cluster {
  private static final NamespaceRef MONITORING = NamespaceRef.of("monitoring");

  private final K3sPiPlan plan;

  /** Composes the cluster, in the order of its dependencies. */
  public K3sPiCluster(Construct scope, K3sPiPlan plan) {
    super(scope, plan.cluster());
    this.plan = plan;
    var self = plan.cluster();

    // The machines. Their own secrets are in the same Vault as those of the cluster.
    var vault =
        new VaultServer(
            this,
            "vault",
            VaultServerProps.builder()
                .host(plan.node1())
                .addClusters(self)
                // Where the backup of node1 finds it.
                .data("/var/lib/vault")
                .build());
    var secrets =
        new VaultStore(
            this,
            "vault-backend",
            VaultStoreProps.builder()
                .vault(vault.login(self))
                .authority(
                    new SecretKeyRef(
                        SecretRef.external("vault-ca", NamespaceRef.of("external-secrets")),
                        "ca.crt"))
                .build());
    var machines = Machines.of(this, plan, vault);

    // Definitions that several components share.
    new PrometheusOperatorCrds(
        this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());

    // Network and cluster DNS.
    var cilium =
        new Cilium(
            this,
            "cilium",
            CiliumProps.builder()
                .plan(self)
                .nodes(NodeEnvironment.withApi(self.apiEndpoint(), self.apiPort()))
                .addL2Interfaces(plan.networkInterface())
                .gatewayApi(false)
                .istio(true)
                .replicas(1)
                .build());
    var dns =
        new CoreDns(
            this,
            "coredns",
            CoreDnsProps.builder()
                .address(self.dnsAddress())
                .addServers(machines.bind9().resolver())
                .build());

    // GitOps.
    var fluxOperator = new FluxOperator(this, "flux-operator", FluxOperatorProps.builder().build());
    var flux =
        new Flux(this, "flux", FluxProps.builder().operator(fluxOperator.operator()).build());

    // Secrets and certificates.
    var externalSecrets =
        new ExternalSecrets(
            this, "external-secrets", ExternalSecretsProps.builder().replicas(1).build());
    var certManager =
        new CertManager(
            this,
            "cert-manager",
            CertManagerProps.builder().replicas(1).addAllResolvers(plan.publicResolvers()).build());
    var letsEncrypt =
        new LetsEncrypt(
            this,
            "letsencrypt-issuer",
            LetsEncryptProps.builder()
                .email(plan.acmeEmail())
                .addZones(plan.zone())
                .apiToken(secrets.item("certmanager/cloudflare").key("api_token"))
                .productionName("letsencrypt-issuer")
                .tokenSecret("cloudflare-api-token")
                .build());

    // Ingress.
    var nginx =
        new IngressNginx(
            this,
            "ingress-nginx",
            IngressNginxProps.builder()
                .address(plan.ingress())
                .loadBalancers(cilium.loadBalancers())
                .replicas(1)
                .build());
    nginx.exempt(
        NetworkRule.NET_008,
        "the document names it; nothing here needs its annotations, so a Gateway can take its place");
    var entry = nginx.entry(letsEncrypt.production());
    new WebUi(
        this,
        "hubble",
        WebUiProps.builder()
            .ui(cilium.hubbleUi())
            .hostname(plan.hubble())
            .entry(entry)
            .withoutLogin("sees who talks to whom")
            .build());

    // Storage.
    var snapshots =
        new SnapshotController(this, "csi-snapshotter", SnapshotControllerProps.builder().build());
    var longhorn =
        new Longhorn(
            this,
            "longhorn",
            LonghornProps.builder()
                .addAllNodes(self.nodes())
                .dataPath("/storage/longhorn/")
                .replicas(2)
                .backups(machines.minio().bucket("longhorn-backups"))
                .addJobs(
                    LonghornJob.snapshots("snapshots-daily", CronSchedule.of("0 1 * * *"), 7),
                    LonghornJob.backups("backups-daily", CronSchedule.of("30 2 * * *"), 7),
                    LonghornJob.backups("backups-weekly", CronSchedule.of("30 3 * * 0"), 4))
                .build());
    new WebUi(
        this,
        "longhorn-ui",
        WebUiProps.builder()
            .ui(longhorn.ui())
            .name("longhorn")
            .hostname(plan.longhorn())
            .entry(entry)
            .withoutLogin("may delete every volume")
            .build());

    var prometheus = metrics(machines, secrets, longhorn, entry);
    var metricsServer =
        new MetricsServer(this, "metrics-server", MetricsServerProps.builder().replicas(1).build());
    var istiod = mesh(cilium);
    var loki = logs(cilium, longhorn);
    var velero =
        new Velero(
            this,
            "velero",
            VeleroProps.builder()
                .enabled(false)
                .bucket(machines.minio().bucket("k3s-velero"))
                // Snapshots of this class are copies in the bucket, which outlive the cluster.
                .addSnapshots(longhorn.backupClass())
                .addSchedules(
                    VeleroSchedule.ofEverything(
                        "full-backup", CronSchedule.of("0 4 * * *"), Duration.ofDays(30)))
                .build());

    policies(dns, externalSecrets, certManager, nginx, longhorn, prometheus);

    // The document's arrows that nothing here needs.
    certManager.startsAfter(externalSecrets);
    istiod.startsAfter(prometheus);
    loki.startsAfter(prometheus);
    velero.startsAfter(prometheus);
    machines.k3s().startsAfter(machines.bind9(), vault);

    startLevel(
        "0",
        "Physical infrastructure",
        machines.lvm(),
        machines.iscsiTarget(),
        machines.iscsiInitiator());
    startLevel("1", "External services", machines.bind9(), vault, machines.minio());
    startLevel("2", "K3s core", machines.k3s());
    startLevel("3", "CNI and DNS", cilium, dns);
    startLevel("4", "Core platform", flux, externalSecrets, certManager, nginx);
    startLevel("5", "Storage", snapshots, longhorn);
    startLevel("6", "Observability", prometheus, metricsServer);
    startLevel("7", "Optional services", istiod, loki, velero);
    startLevel("8", "Applications");

    recoveryNote(
        "Velero is switched off, so no backup of its own is there unless it ran before: switch it on in the stack first. Then `velero restore create --from-backup full-backup`, where a backup was called so by `velero backup create full-backup --from-schedule velero-full-backup`, or `velero restore create --from-schedule velero-full-backup` for the last one of its schedule.");
    recoveryNote(
        "All copies lie on the SSD of node1, as do the disks of both nodes: what takes that SSD takes everything, so copy bucket contents elsewhere.");
  }

  private Prometheus metrics(
      Machines machines, VaultStore secrets, Longhorn longhorn, EntryRef entry) {
    var operator =
        new PrometheusOperator(
            this,
            "prometheus-operator",
            PrometheusOperatorProps.builder().apiServer(false).build());
    var alertmanager =
        new Alertmanager(
            this,
            "alertmanager",
            AlertmanagerProps.builder()
                .operator(operator.operator())
                .storage(longhorn.storageClass())
                .published(new Published(plan.monitoring(), entry, "/alertmanager"))
                .addReceivers(
                    new AlertReceiver.Slack(secrets.item("slack").key("webhook"), "#alerts"))
                .build());
    var prometheus =
        new Prometheus(
            this,
            "prometheus",
            PrometheusProps.builder()
                .operator(operator.operator())
                .alertmanager(alertmanager.alerts())
                .storage(longhorn.storageClass())
                .scrapeInterval(Duration.ofSeconds(30))
                .evaluationInterval(Duration.ofMinutes(1))
                .retention(Duration.ofDays(15))
                .published(new Published(plan.monitoring(), entry, "/prometheus"))
                .build());
    new KubeStateMetrics(
        this, "kube-state-metrics", KubeStateMetricsProps.builder().namespace(MONITORING).build());
    new NodeExporter(
        this,
        "node-exporter",
        NodeExporterProps.builder().monitor(NodeExporterProps.Monitor.POD).build());
    new HostScrapes(
        this,
        "node1-metrics",
        HostScrapesProps.builder()
            .addTargets(HostTarget.of(machines.exporter().metrics()))
            .build());
    new Grafana(
        this,
        "grafana",
        GrafanaProps.builder()
            .enabled(false)
            .namespace(MONITORING)
            .replicas(1)
            .hostname(plan.grafana())
            .entry(entry)
            .storage(longhorn.storageClass())
            .metricsSource(prometheus.metrics())
            .alertmanager(alertmanager.alerts())
            .admin(secrets.item("grafana"))
            .build());
    return prometheus;
  }

  private Istiod mesh(Cilium cilium) {
    var base = new IstioBase(this, "istio-base", IstioBaseProps.builder().build());
    var istiod =
        new Istiod(
            this, "istiod", IstiodProps.builder().base(base.definitions()).replicas(1).build());
    var gateway =
        new IstioGateway(
            this,
            "istio-gateway",
            IstioGatewayProps.builder()
                .mesh(istiod.mesh())
                .loadBalancers(cilium.loadBalancers())
                .address(plan.istio())
                .replicas(1)
                .build());
    closed(
        istiod,
        Allow.with(Peer.kubernetesApi()).ports(15017),
        Allow.with(Peer.namespace(NamespaceRef.of(gateway.targetNamespace()))).ports(15012));
    closed(gateway, inside(80, 443));
    return istiod;
  }

  private Loki logs(Cilium cilium, Longhorn longhorn) {
    var loki = new Loki(this, "loki", LokiProps.builder().storage(longhorn.storageClass()).build());
    var fluentd =
        new Fluentd(
            this,
            "fluentd",
            FluentdProps.builder()
                .logs(loki.push())
                .storage(longhorn.storageClass())
                .address(plan.fluentd())
                .loadBalancers(cilium.loadBalancers())
                .addAllSenders(plan.lan().ranges())
                .timeZone(plan.timeZone())
                .build());
    closed(fluentd, inside(5140, 24224));
    return loki;
  }

  // From the LAN; the other node hands on what came to its own address.
  private Allow[] inside(int... ports) {
    return Stream.concat(plan.lan().ranges().stream().map(Peer::network), Stream.of(Peer.nodes()))
        .map(peer -> Allow.with(peer).ports(ports))
        .toArray(Allow[]::new);
  }

  // Who may talk to whom. Every pod may ask cluster DNS, and Prometheus scrapes every pod.
  private void policies(
      CoreDns dns,
      ExternalSecrets externalSecrets,
      CertManager certManager,
      IngressNginx nginx,
      Longhorn longhorn,
      Prometheus prometheus) {
    new ClusterwidePolicies(
        this,
        "policies-clusterwide",
        ClusterwidePoliciesProps.builder()
            .dns(dns.service())
            .addTrusted(Peer.namespace(NamespaceRef.of(prometheus.targetNamespace())))
            .build());
    var ingress = Peer.namespace(NamespaceRef.of(nginx.targetNamespace()));
    closed(certManager, Allow.with(Peer.kubernetesApi()).ports(10250));
    closed(externalSecrets, Allow.with(Peer.kubernetesApi()).ports(10250));
    // What is forwarded from outside, what comes from the LAN, and what pods ask by its host names.
    closed(
        nginx,
        Allow.with(Peer.world()).ports(80, 443),
        Allow.with(Peer.nodes()).ports(80, 443),
        Allow.with(Peer.kubernetesApi()).ports(8443));
    // Programs ask Prometheus by its name in the cluster, too.
    closed(
        prometheus, Allow.with(ingress).ports(9090, 9093), Allow.with(Peer.cluster()).ports(9090));
    longhorn.exempt(
        NetworkRule.NET_001,
        "machines mount its volumes from its pods over iSCSI and NFS, on ports that it picks");
  }

  private void closed(Component component, Allow... incoming) {
    new NetworkPolicies(
        this,
        "policies-" + component.targetNamespace(),
        NetworkPoliciesProps.builder()
            .namespace(NamespaceRef.of(component.targetNamespace()))
            .addIncoming(incoming)
            .build());
  }
}

package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.apps.GitLab;
import io.github.homelab4j.apps.GitLabProps;
import io.github.homelab4j.backup.VolumeSnapshots;
import io.github.homelab4j.backup.VolumeSnapshotsProps;
import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.certificates.LetsEncrypt;
import io.github.homelab4j.certificates.LetsEncryptProps;
import io.github.homelab4j.certificates.TlsCertificate;
import io.github.homelab4j.certificates.TlsCertificateProps;
import io.github.homelab4j.cicd.ActionsRunnerController;
import io.github.homelab4j.cicd.ActionsRunnerControllerProps;
import io.github.homelab4j.cicd.GitLabRunner;
import io.github.homelab4j.cicd.GitLabRunnerProps;
import io.github.homelab4j.cicd.RunnerScaleSet;
import io.github.homelab4j.cicd.RunnerScaleSetProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.dns.CoreDns;
import io.github.homelab4j.dns.CoreDnsProps;
import io.github.homelab4j.gitops.Flux;
import io.github.homelab4j.gitops.FluxOperator;
import io.github.homelab4j.gitops.FluxOperatorProps;
import io.github.homelab4j.gitops.FluxProps;
import io.github.homelab4j.ingress.Gateway;
import io.github.homelab4j.ingress.GatewayApi;
import io.github.homelab4j.ingress.GatewayApiProps;
import io.github.homelab4j.ingress.GatewayProps;
import io.github.homelab4j.messaging.Kafka;
import io.github.homelab4j.messaging.KafkaConnect;
import io.github.homelab4j.messaging.KafkaConnectProps;
import io.github.homelab4j.messaging.KafkaProps;
import io.github.homelab4j.messaging.KafkaUser;
import io.github.homelab4j.messaging.StrimziKafkaOperator;
import io.github.homelab4j.messaging.StrimziKafkaOperatorProps;
import io.github.homelab4j.networking.Cilium;
import io.github.homelab4j.networking.CiliumProps;
import io.github.homelab4j.networking.ClusterwidePolicies;
import io.github.homelab4j.networking.ClusterwidePoliciesProps;
import io.github.homelab4j.networking.HubbleUi;
import io.github.homelab4j.networking.HubbleUiProps;
import io.github.homelab4j.networking.KubeApiService;
import io.github.homelab4j.networking.KubeApiServiceProps;
import io.github.homelab4j.networking.NodeEnvironment;
import io.github.homelab4j.networking.Peer;
import io.github.homelab4j.observability.FluentBit;
import io.github.homelab4j.observability.FluentBitProps;
import io.github.homelab4j.observability.KubeStateMetrics;
import io.github.homelab4j.observability.KubeStateMetricsProps;
import io.github.homelab4j.observability.NodeExporter;
import io.github.homelab4j.observability.NodeExporterProps;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.observability.VictoriaMetricsOperator;
import io.github.homelab4j.observability.VictoriaMetricsOperatorProps;
import io.github.homelab4j.observability.VmAgent;
import io.github.homelab4j.observability.VmAgentProps;
import io.github.homelab4j.registry.Harbor;
import io.github.homelab4j.registry.HarborProps;
import io.github.homelab4j.registry.Spegel;
import io.github.homelab4j.registry.SpegelProps;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.OnePasswordConnect;
import io.github.homelab4j.secrets.OnePasswordConnectProps;
import io.github.homelab4j.secrets.OnePasswordStore;
import io.github.homelab4j.secrets.OnePasswordStoreProps;
import io.github.homelab4j.storage.CephCsiDrivers;
import io.github.homelab4j.storage.CephCsiDriversProps;
import io.github.homelab4j.storage.ExternalCeph;
import io.github.homelab4j.storage.ExternalCephProps;
import io.github.homelab4j.storage.OpenEbs;
import io.github.homelab4j.storage.OpenEbsProps;
import io.github.homelab4j.storage.RookCeph;
import io.github.homelab4j.storage.RookCephProps;
import io.github.homelab4j.storage.SnapshotController;
import io.github.homelab4j.storage.SnapshotControllerProps;
import java.net.URI;
import software.constructs.Construct;

/** The apps cluster of infra-apps: GitLab, Harbor, Kafka and the runners. */
public final class AppsCluster extends Cluster {
  /** Composes the cluster, in the order of its dependencies. */
  public AppsCluster(Construct scope, InfraAppsPlan plan, InfraExports infra) {
    super(scope, plan.apps());
    tenant(
        NamespaceRef.of("gitlab"),
        NamespaceRef.of("gitlab-runner"),
        NamespaceRef.of("harbor"),
        NamespaceRef.of("kafka"),
        NamespaceRef.of("arc-runners"));

    // Definitions that several components share.
    new PrometheusOperatorCrds(
        this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
    new GatewayApi(this, "gateway-api", GatewayApiProps.builder().build());

    // Network.
    var cilium =
        new Cilium(
            this,
            "cilium",
            CiliumProps.builder()
                .plan(plan.apps())
                .nodes(NodeEnvironment.onTalos())
                .certificateAuthority(
                    SecretRef.external("cilium-ca", NamespaceRef.of("kube-system")))
                .addAllMeshPeers(plan.meshPeers(plan()))
                .nativeRouting(plan.podRouting())
                .addL2Interfaces(plan.networkInterface())
                .build());
    new KubeApiService(
        this,
        "kube-api",
        KubeApiServiceProps.builder()
            .address(plan.appsKubeApi())
            .loadBalancers(cilium.loadBalancers())
            .build());
    var dns =
        new CoreDns(
            this,
            "coredns",
            CoreDnsProps.builder()
                .address(plan.apps().dnsAddress())
                .addAllRecords(plan.records())
                .addUpstreams(plan.srx320().address())
                .build());
    new Spegel(this, "spegel", SpegelProps.builder().registryConfigPath(SpegelProps.TALOS).build());

    // GitOps.
    var fluxOperator = new FluxOperator(this, "flux-operator", FluxOperatorProps.builder().build());
    new Flux(this, "flux", FluxProps.builder().operator(fluxOperator.operator()).build());

    // Secrets and certificates.
    new ExternalSecrets(this, "external-secrets", ExternalSecretsProps.builder().build());
    var connectSecret =
        SecretRef.external("onepassword-connect", NamespaceRef.of("external-secrets"));
    var connect =
        new OnePasswordConnect(
            this,
            "onepassword-connect",
            OnePasswordConnectProps.builder()
                .credentials(connectSecret.key("1password-credentials.json"))
                .build());
    var secrets =
        new OnePasswordStore(
            this,
            "onepassword",
            OnePasswordStoreProps.builder()
                .connect(connect.api())
                .token(connectSecret.key("token"))
                .addVaults(plan.vault())
                .build());
    new CertManager(
        this,
        "cert-manager",
        CertManagerProps.builder().addAllResolvers(plan.publicResolvers()).build());
    var letsEncrypt =
        new LetsEncrypt(
            this,
            "letsencrypt",
            LetsEncryptProps.builder()
                .email(plan.acmeEmail())
                .addZones(plan.domain())
                .apiToken(secrets.item("cloudflare").key("api-token"))
                .build());
    var wildcard =
        new TlsCertificate(
            this,
            "wildcard",
            TlsCertificateProps.builder()
                .issuer(letsEncrypt.production())
                .addHostnames(plan.wildcard())
                .build());

    // Ingress.
    var gateway =
        new Gateway(
            this,
            "gateway",
            GatewayProps.builder()
                .gatewayClass(cilium.gatewayClass())
                .hostname(plan.wildcard())
                .certificate(wildcard.certificate())
                .address(plan.appsGateway())
                .build());
    new HubbleUi(
        this,
        "hubble",
        HubbleUiProps.builder()
            .ui(cilium.hubbleUi())
            .hostname(plan.hubbleApps())
            .listener(gateway.listener())
            .build());

    // Storage: infra's Ceph, and the machines' own disks.
    new SnapshotController(this, "snapshot-controller", SnapshotControllerProps.builder().build());
    var rook = new RookCeph(this, "rook-ceph", RookCephProps.builder().build());
    var csi =
        new CephCsiDrivers(
            this,
            "ceph-csi-drivers",
            CephCsiDriversProps.builder().operator(rook.operator()).build());
    var ceph =
        new ExternalCeph(
            this,
            "rook-ceph-external",
            ExternalCephProps.builder()
                .operator(rook.operator())
                .drivers(csi.drivers())
                .ceph(infra.ceph())
                .addAllMonitors(plan.infra().nodeAddresses())
                .credentials(secrets.item("rook-ceph-external"))
                .build());
    var openebs =
        new OpenEbs(
            this, "openebs", OpenEbsProps.builder().addAllNodes(plan.apps().nodes()).build());

    // Observability: collected here, kept in infra.
    var vmOperator =
        new VictoriaMetricsOperator(
            this, "victoria-metrics-operator", VictoriaMetricsOperatorProps.builder().build());
    var agent =
        new VmAgent(
            this,
            "vmagent",
            VmAgentProps.builder()
                .operator(vmOperator.operator())
                .remoteWrite(infra.metrics())
                .build());
    new KubeStateMetrics(this, "kube-state-metrics", KubeStateMetricsProps.builder().build());
    new NodeExporter(this, "node-exporter", NodeExporterProps.builder().build());
    new FluentBit(this, "fluent-bit", FluentBitProps.builder().logs(infra.logs()).build());

    // GitLab and its runner.
    var objectStore =
        new ObjectStoreRef(plan.s3Endpoint(), plan.s3Region(), secrets.item("s3-gitlab"));
    var gitlab =
        new GitLab(
            this,
            "gitlab",
            GitLabProps.builder()
                .hostname(plan.gitlab())
                .registryHostname(plan.gitlabRegistry())
                .sshHostname(plan.gitlabSsh())
                .sshAddress(plan.gitlabShell())
                .listener(gateway.listener())
                .database(infra.gitlabDatabase())
                .cache(infra.gitlabCache())
                .objectStore(objectStore)
                .storage(ceph.filesystem())
                .initialRootPassword(secrets.item("gitlab").key("root-password"))
                .railsSecrets(secrets.item("gitlab").key("rails-secrets"))
                .login(infra.gitlabLogin())
                .build());
    new GitLabRunner(
        this,
        "gitlab-runner",
        GitLabRunnerProps.builder()
            .gitlab(gitlab.web())
            .token(secrets.item("gitlab-runner").key("token"))
            .dockerInDocker(true)
            .build());

    // Harbor.
    var harbor =
        new Harbor(
            this,
            "harbor",
            HarborProps.builder()
                .hostname(plan.harbor())
                .listener(gateway.listener())
                .database(infra.harborDatabase())
                .cache(infra.harborCache())
                .storage(ceph.block())
                .secrets(secrets.item("harbor"))
                .login(infra.harborLogin())
                .adminGroup("admins")
                .build());
    new VolumeSnapshots(
        this,
        "gitlab-snapshots",
        VolumeSnapshotsProps.builder()
            .namespace(NamespaceRef.of(gitlab.targetNamespace()))
            .addTargets(
                new VolumeSnapshotsProps.Target(ceph.filesystem(), ceph.filesystemSnapshots()))
            .build());

    new VolumeSnapshots(
        this,
        "harbor-snapshots",
        VolumeSnapshotsProps.builder()
            .namespace(NamespaceRef.of(harbor.targetNamespace()))
            .addTargets(new VolumeSnapshotsProps.Target(ceph.block(), ceph.blockSnapshots()))
            .build());

    // Runners of GitHub Actions.
    var runners =
        new ActionsRunnerController(
            this, "actions-runner-controller", ActionsRunnerControllerProps.builder().build());
    new RunnerScaleSet(
        this,
        "homelab-runners",
        RunnerScaleSetProps.builder()
            .controller(runners.operator())
            .github(URI.create(plan.githubOrganisation()))
            .app(secrets.item("github-runners"))
            .mode(RunnerScaleSetProps.ContainerMode.DIND)
            .build());

    // Kafka, whose replication is its own: its volumes are on the machines' disks.
    var strimzi =
        new StrimziKafkaOperator(
            this, "strimzi-kafka-operator", StrimziKafkaOperatorProps.builder().build());
    var kafka =
        new Kafka(
            this,
            "kafka",
            KafkaProps.builder()
                .operator(strimzi.operator())
                .storage(openebs.lvm())
                .addUsers(KafkaUser.connect("kafka-connect"))
                .build());
    new KafkaConnect(
        this,
        "kafka-connect",
        KafkaConnectProps.builder()
            .operator(strimzi.operator())
            .kafka(kafka.login("kafka-connect"))
            .build());

    // Who may talk to whom.
    new ClusterwidePolicies(
        this,
        "policies-clusterwide",
        ClusterwidePoliciesProps.builder()
            .dns(dns.service())
            .addTrusted(Peer.namespace(NamespaceRef.of(agent.targetNamespace())))
            .build());
  }
}

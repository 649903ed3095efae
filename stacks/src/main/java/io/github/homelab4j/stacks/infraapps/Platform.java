package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.certificates.LetsEncrypt;
import io.github.homelab4j.certificates.LetsEncryptProps;
import io.github.homelab4j.certificates.TlsCertificate;
import io.github.homelab4j.certificates.TlsCertificateProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.dns.CoreDns;
import io.github.homelab4j.dns.CoreDnsProps;
import io.github.homelab4j.gitops.Flux;
import io.github.homelab4j.gitops.FluxOperator;
import io.github.homelab4j.gitops.FluxOperatorProps;
import io.github.homelab4j.gitops.FluxProps;
import io.github.homelab4j.hosts.TalosMachines;
import io.github.homelab4j.hosts.TalosMachinesProps;
import io.github.homelab4j.ingress.Gateway;
import io.github.homelab4j.ingress.GatewayApi;
import io.github.homelab4j.ingress.GatewayApiProps;
import io.github.homelab4j.ingress.GatewayProps;
import io.github.homelab4j.ingress.WebUi;
import io.github.homelab4j.ingress.WebUiProps;
import io.github.homelab4j.networking.Allow;
import io.github.homelab4j.networking.Cilium;
import io.github.homelab4j.networking.CiliumProps;
import io.github.homelab4j.networking.ClusterwidePolicies;
import io.github.homelab4j.networking.ClusterwidePoliciesProps;
import io.github.homelab4j.networking.KubeApiService;
import io.github.homelab4j.networking.KubeApiServiceProps;
import io.github.homelab4j.networking.NetworkPolicies;
import io.github.homelab4j.networking.NetworkPoliciesProps;
import io.github.homelab4j.networking.NodeEnvironment;
import io.github.homelab4j.networking.Peer;
import io.github.homelab4j.observability.KubeStateMetrics;
import io.github.homelab4j.observability.KubeStateMetricsProps;
import io.github.homelab4j.observability.NodeExporter;
import io.github.homelab4j.observability.NodeExporterProps;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.observability.VictoriaMetricsOperator;
import io.github.homelab4j.observability.VictoriaMetricsOperatorProps;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.registry.Spegel;
import io.github.homelab4j.registry.SpegelProps;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.OnePasswordConnect;
import io.github.homelab4j.secrets.OnePasswordConnectProps;
import io.github.homelab4j.secrets.OnePasswordStore;
import io.github.homelab4j.secrets.OnePasswordStoreProps;
import io.github.homelab4j.storage.CephCsiDrivers;
import io.github.homelab4j.storage.CephCsiDriversProps;
import io.github.homelab4j.storage.OpenEbs;
import io.github.homelab4j.storage.OpenEbsProps;
import io.github.homelab4j.storage.RookCeph;
import io.github.homelab4j.storage.RookCephProps;
import io.github.homelab4j.storage.SnapshotController;
import io.github.homelab4j.storage.SnapshotControllerProps;
import io.github.homelab4j.unit.Hostname;

/**
 * What both clusters of infra-apps run, and what their own components use of it.
 *
 * @param cilium the network
 * @param spegel the mirror of images
 * @param secrets the store of secrets
 * @param gateway where host names are served
 * @param rook the operator of Ceph
 * @param csi the drivers of Ceph's volumes
 * @param openebs volumes on the machines' own disks
 * @param metricsOperator the operator of what collects and keeps metrics
 */
record Platform(
    Cilium cilium,
    Spegel spegel,
    OnePasswordStore secrets,
    Gateway gateway,
    RookCeph rook,
    CephCsiDrivers csi,
    OpenEbs openebs,
    VictoriaMetricsOperator metricsOperator) {
  private static final String CEPH =
      "Ceph's daemons share the namespace, and clients reach them by the network of the machines";

  /** Composes it in a cluster, in the order of its dependencies. */
  static Platform of(
      Cluster cluster, InfraAppsPlan plan, HostServiceRef resolver, Addresses addresses) {
    var self = cluster.plan();

    // Machines.
    new TalosMachines(
        cluster,
        "talos",
        TalosMachinesProps.builder()
            .plan(self)
            .addApiAddresses(addresses.kubeApi())
            .sharedImages(true)
            .build());

    // Definitions that several components share.
    new PrometheusOperatorCrds(
        cluster, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
    new GatewayApi(cluster, "gateway-api", GatewayApiProps.builder().build());

    // Network.
    var cilium =
        new Cilium(
            cluster,
            "cilium",
            CiliumProps.builder()
                .plan(self)
                .nodes(NodeEnvironment.onTalos(self.talos().orElseThrow()))
                .certificateAuthority(
                    SecretRef.external("cilium-ca", NamespaceRef.of("kube-system")))
                .addAllMeshPeers(plan.meshPeers(self))
                .addL2Interfaces(plan.networkInterface())
                .build());
    new KubeApiService(
        cluster,
        "kube-api",
        KubeApiServiceProps.builder()
            .address(addresses.kubeApi())
            .loadBalancers(cilium.loadBalancers())
            .build());
    var dns =
        new CoreDns(
            cluster,
            "coredns",
            CoreDnsProps.builder()
                .address(self.dnsAddress())
                .addAllRecords(plan.records())
                .addServers(resolver)
                .build());
    var spegel =
        new Spegel(
            cluster, "spegel", SpegelProps.builder().registryConfigPath(SpegelProps.TALOS).build());

    // GitOps.
    var fluxOperator =
        new FluxOperator(cluster, "flux-operator", FluxOperatorProps.builder().build());
    new Flux(cluster, "flux", FluxProps.builder().operator(fluxOperator.operator()).build());

    // Secrets and certificates.
    var externalSecrets =
        new ExternalSecrets(cluster, "external-secrets", ExternalSecretsProps.builder().build());
    var connectSecret =
        SecretRef.external("onepassword-connect", NamespaceRef.of("external-secrets"));
    var connect =
        new OnePasswordConnect(
            cluster,
            "onepassword-connect",
            OnePasswordConnectProps.builder()
                .credentials(connectSecret.key("1password-credentials.json"))
                .build());
    var secrets =
        new OnePasswordStore(
            cluster,
            "onepassword",
            OnePasswordStoreProps.builder()
                .connect(connect.api())
                .token(connectSecret.key("token"))
                .addVaults(plan.vault())
                .build());
    var certManager =
        new CertManager(
            cluster,
            "cert-manager",
            CertManagerProps.builder().addAllResolvers(plan.publicResolvers()).build());
    var letsEncrypt =
        new LetsEncrypt(
            cluster,
            "letsencrypt",
            LetsEncryptProps.builder()
                .email(plan.acmeEmail())
                .addZones(plan.domain())
                .apiToken(secrets.item("cloudflare").key("api-token"))
                .build());
    var wildcard =
        new TlsCertificate(
            cluster,
            "wildcard",
            TlsCertificateProps.builder()
                .issuer(letsEncrypt.production())
                .addHostnames(plan.wildcard())
                .build());

    // Ingress.
    var gateway =
        new Gateway(
            cluster,
            "gateway",
            GatewayProps.builder()
                .gatewayClass(cilium.gatewayClass())
                .hostname(plan.wildcard())
                .certificate(wildcard.certificate())
                .address(addresses.gateway())
                .build());
    new WebUi(
        cluster,
        "hubble",
        WebUiProps.builder()
            .ui(cilium.hubbleUi())
            .withoutLogin("sees who talks to whom")
            .hostname(addresses.hubble())
            .entry(gateway.listener())
            .build());

    // Storage.
    new SnapshotController(
        cluster, "snapshot-controller", SnapshotControllerProps.builder().build());
    var rook = new RookCeph(cluster, "rook-ceph", RookCephProps.builder().build());
    var csi =
        new CephCsiDrivers(
            cluster,
            "ceph-csi-drivers",
            CephCsiDriversProps.builder().operator(rook.operator()).build());
    var openebs =
        new OpenEbs(cluster, "openebs", OpenEbsProps.builder().addAllNodes(self.nodes()).build());

    // Collectors of metrics; where they are kept is the cluster's own business.
    var metricsOperator =
        new VictoriaMetricsOperator(
            cluster, "victoria-metrics-operator", VictoriaMetricsOperatorProps.builder().build());
    new KubeStateMetrics(cluster, "kube-state-metrics", KubeStateMetricsProps.builder().build());
    var agents = new NodeExporter(cluster, "node-exporter", NodeExporterProps.builder().build());

    // Installed by hand first, as the rest of both clusters cannot start without them.
    cluster.installBeforeFlux(spegel, certManager, externalSecrets);
    cluster.defineBeforeFlux(metricsOperator);

    // Every pod may ask cluster DNS, and is scraped.
    new ClusterwidePolicies(
        cluster,
        "policies-clusterwide",
        ClusterwidePoliciesProps.builder()
            .dns(dns.service())
            .addTrusted(Peer.namespace(NamespaceRef.of(metricsOperator.targetNamespace())))
            .build());

    // The Kubernetes API asks webhooks; nobody else has business with operators and agents.
    closed(cluster, certManager, Allow.with(Peer.kubernetesApi()).ports(10250));
    closed(cluster, externalSecrets, Allow.with(Peer.kubernetesApi()).ports(10250));
    closed(cluster, agents);
    closed(cluster, openebs);
    open(
        spegel,
        "containerd of each machine and its like on the others ask it, and all it has is images");
    open(rook, CEPH);
    open(csi, CEPH);

    return new Platform(cilium, spegel, secrets, gateway, rook, csi, openebs, metricsOperator);
  }

  /** Says why the pods of a component are open to all. */
  static void open(Component component, String reason) {
    component.exempt(NetworkRule.NET_001, reason);
  }

  /** Closes the namespace of a component to all but some. */
  static void closed(Cluster cluster, Component component, Allow... incoming) {
    new NetworkPolicies(
        cluster,
        "policies-" + component.targetNamespace(),
        NetworkPoliciesProps.builder()
            .namespace(NamespaceRef.of(component.targetNamespace()))
            .addIncoming(incoming)
            .build());
  }

  /**
   * Where a cluster is reached.
   *
   * @param kubeApi its Kubernetes API, as BGP announces it
   * @param gateway its Gateway
   * @param hubble its Hubble
   */
  record Addresses(Reservation kubeApi, Reservation gateway, Hostname hubble) {}
}

package io.github.homelab4j.example;

import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.certificates.LetsEncrypt;
import io.github.homelab4j.certificates.LetsEncryptProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.dns.CoreDns;
import io.github.homelab4j.dns.CoreDnsProps;
import io.github.homelab4j.mesh.IstioBase;
import io.github.homelab4j.mesh.IstioBaseProps;
import io.github.homelab4j.mesh.IstioCni;
import io.github.homelab4j.mesh.IstioCniProps;
import io.github.homelab4j.mesh.IstioGateway;
import io.github.homelab4j.mesh.IstioGatewayProps;
import io.github.homelab4j.mesh.Istiod;
import io.github.homelab4j.mesh.IstiodProps;
import io.github.homelab4j.networking.Cilium;
import io.github.homelab4j.networking.CiliumProps;
import io.github.homelab4j.networking.NodeEnvironment;
import io.github.homelab4j.observability.Fluentd;
import io.github.homelab4j.observability.FluentdProps;
import io.github.homelab4j.observability.Loki;
import io.github.homelab4j.observability.LokiProps;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import software.constructs.Construct;

/**
 * Two small machines with K3s beside a host that has the name server and Vault: a cluster without
 * Talos, BGP, Gateways and a 1Password, with Istio beside Cilium.
 */
final class PlannedPi extends Cluster {
  static final String NAME = "pi";

  PlannedPi(Construct scope, Plan plan, Hostname domain) {
    super(scope, plan.cluster());
    var volumes = StorageClassRef.external("local-path");
    new PrometheusOperatorCrds(
        this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
    var cilium =
        new Cilium(
            this,
            "cilium",
            CiliumProps.builder()
                .plan(plan())
                .nodes(NodeEnvironment.withApi(plan().apiEndpoint(), plan().apiPort()))
                .addL2Interface("^eth0$")
                .gatewayApi(false)
                .istio(true)
                .replicas(1)
                .build());
    new CoreDns(
        this,
        "coredns",
        CoreDnsProps.builder()
            .address(plan().dnsAddress())
            .addServers(HostServiceRef.of(plan.host(), "dns", Loss.DEGRADES))
            .build());
    open(new ExternalSecrets(this, "external-secrets", ExternalSecretsProps.builder().build()));
    var vault =
        new VaultStore(
            this,
            "vault-backend",
            VaultStoreProps.builder()
                .host(HostServiceRef.of(plan.host(), "vault", Loss.STALLS))
                .authority(
                    new SecretKeyRef(
                        SecretRef.external("vault-ca", NamespaceRef.of("external-secrets")),
                        "ca.crt"))
                .build());
    open(new CertManager(this, "cert-manager", CertManagerProps.builder().build()));
    new LetsEncrypt(
        this,
        "lets-encrypt",
        LetsEncryptProps.builder()
            .email("admin@" + domain)
            .addZones(domain)
            .apiToken(vault.item("certmanager/cloudflare").key("api_token"))
            .productionName("letsencrypt-issuer")
            .tokenSecret("cloudflare-api-token")
            .build());
    mesh(cilium, plan);
    var loki = new Loki(this, "loki", LokiProps.builder().storage(volumes).build());
    open(loki);
    open(
        new Fluentd(
            this,
            "fluentd",
            FluentdProps.builder()
                .logs(loki.push())
                .storage(volumes)
                .address(plan.fluentd())
                .loadBalancers(cilium.loadBalancers())
                .addSenders(plan.lan().ranges().get(0))
                .build()));
  }

  // What takes logs is in the mesh, so that they are encrypted on their way between the machines.
  private void mesh(Cilium cilium, Plan plan) {
    var base = new IstioBase(this, "istio-base", IstioBaseProps.builder().build());
    var cni =
        new IstioCni(this, "istio-cni", IstioCniProps.builder().base(base.definitions()).build());
    var istiod =
        new Istiod(
            this,
            "istiod",
            IstiodProps.builder()
                .base(base.definitions())
                .cni(cni.plugin())
                .addMeshed(NamespaceRef.of("observability"))
                .build());
    open(cni);
    open(istiod);
    open(
        new IstioGateway(
            this,
            "istio-gateway",
            IstioGatewayProps.builder()
                .mesh(istiod.mesh())
                .loadBalancers(cilium.loadBalancers())
                .address(plan.istio())
                .build()));
  }

  private static void open(Component component) {
    component.exempt(NetworkRule.NET_001, "its policies are not written yet");
  }

  /** Its machines and addresses. */
  record Plan(
      Network lan, HostPlan host, ClusterPlan cluster, Reservation fluentd, Reservation istio) {
    static Plan in(Network lan) {
      var pool = lan.pool(NAME, "192.0.2.65", "192.0.2.67");
      return new Plan(
          lan,
          node1(),
          k3s(lan, pool),
          pool.reserve("fluentd", "192.0.2.66"),
          pool.reserve("istio", "192.0.2.67"));
    }

    private static HostPlan node1() {
      return HostPlan.builder()
          .name("node1")
          .purpose("names and secrets")
          .addAddresses(Ip.of("192.0.2.31"))
          .addServices(
              HostService.udp("dns", 53, "names of the home"),
              HostService.tcp("vault", 8200, "holds the secrets"))
          .build();
    }

    private static ClusterPlan k3s(Network lan, LoadBalancerPool pool) {
      return ClusterPlan.builder()
          .name(NAME)
          .purpose("What is planned on small machines.")
          .kubernetesVersion(Version.of("1.35.0"))
          .nodeNetwork(lan)
          .addNodes(
              NodePlan.controlPlane("node2", "192.0.2.32"), NodePlan.worker("node3", "192.0.2.33"))
          .pods(Cidr.of("10.44.0.0/16"))
          .services(Cidr.of("10.45.0.0/16"))
          .apiEndpoint(Ip.of("192.0.2.32"))
          .addPools(pool)
          .build();
    }
  }
}

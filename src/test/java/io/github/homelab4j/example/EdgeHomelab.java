package io.github.homelab4j.example;

import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.certificates.LetsEncrypt;
import io.github.homelab4j.certificates.LetsEncryptProps;
import io.github.homelab4j.certificates.TlsCertificate;
import io.github.homelab4j.certificates.TlsCertificateProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.hosts.Bind9;
import io.github.homelab4j.hosts.Bind9Props;
import io.github.homelab4j.hosts.HAProxy;
import io.github.homelab4j.hosts.HAProxyProps;
import io.github.homelab4j.hosts.JuniperSrx;
import io.github.homelab4j.hosts.JuniperSrxProps;
import io.github.homelab4j.hosts.K3s;
import io.github.homelab4j.hosts.Minio;
import io.github.homelab4j.hosts.MinioProps;
import io.github.homelab4j.hosts.NfsServer;
import io.github.homelab4j.hosts.NfsServerProps;
import io.github.homelab4j.hosts.OpenWrt;
import io.github.homelab4j.hosts.OpenWrtProps;
import io.github.homelab4j.hosts.VaultServer;
import io.github.homelab4j.hosts.VaultServerProps;
import io.github.homelab4j.ingress.Gateway;
import io.github.homelab4j.ingress.GatewayApi;
import io.github.homelab4j.ingress.GatewayApiProps;
import io.github.homelab4j.ingress.GatewayProps;
import io.github.homelab4j.ingress.WebUi;
import io.github.homelab4j.ingress.WebUiProps;
import io.github.homelab4j.networking.Cilium;
import io.github.homelab4j.networking.CiliumProps;
import io.github.homelab4j.networking.NodeEnvironment;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import io.github.homelab4j.storage.NfsVolume;
import io.github.homelab4j.storage.NfsVolumeProps;
import io.github.homelab4j.unit.Hostname;
import software.constructs.Construct;

/** A cluster with all kinds of machines around it: both ends of each wire, of one plan. */
public final class EdgeHomelab extends Homelab {
  /** Its only cluster. */
  public static final String CLUSTER = "edge";

  /** Composes it. */
  public EdgeHomelab(EdgePlan plan) {
    super(plan);
    new Edge(this, plan);
  }

  private static final class Edge extends Cluster {
    Edge(Construct scope, EdgePlan plan) {
      super(scope, plan.cluster);
      hosts(plan);
      new PrometheusOperatorCrds(
          this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
      new GatewayApi(this, "gateway-api", GatewayApiProps.builder().build());
      var cilium =
          new Cilium(
              this,
              "cilium",
              CiliumProps.builder()
                  .plan(plan.cluster)
                  .nodes(
                      NodeEnvironment.withApi(plan.cluster.apiEndpoint(), plan.cluster.apiPort()))
                  .certificateAuthority(
                      SecretRef.external("cilium-ca", NamespaceRef.of("kube-system")))
                  .addL2Interfaces("^eth0$")
                  .build());
      open(new ExternalSecrets(this, "external-secrets", ExternalSecretsProps.builder().build()));
      var vault =
          new VaultServer(
              this,
              "vault",
              VaultServerProps.builder().host(plan.server).addClusters(plan.cluster).build());
      new VaultStore(
          this,
          "vault-backend",
          VaultStoreProps.builder()
              .vault(vault.login(plan.cluster))
              .authority(
                  new SecretKeyRef(
                      SecretRef.external("vault-ca", NamespaceRef.of("external-secrets")),
                      "ca.crt"))
              .build());
      objects(plan, vault);
      files(plan);
      gateway(plan, cilium, vault);
    }

    private void hosts(EdgePlan plan) {
      var dns =
          new Bind9(
              this,
              "bind9",
              Bind9Props.builder()
                  .host(plan.server)
                  .homelab(plan)
                  .addAllForwarders(plan.resolvers())
                  .build());
      new JuniperSrx(
          this,
          "router",
          JuniperSrxProps.builder()
              .host(plan.router)
              .homelab(plan)
              .addAllForwarders(plan.resolvers())
              .build());
      new OpenWrt(
          this,
          "openwrt",
          OpenWrtProps.builder()
              .host(plan.gateway)
              .homelab(plan)
              .lan(plan.lan)
              .wan(plan.outer)
              .resolver(dns.resolver())
              .addAllForwarders(plan.resolvers())
              .addLeases(new OpenWrtProps.Lease(plan.server, "dc:a6:32:00:00:01"))
              .addRoutes(
                  new OpenWrtProps.Route(
                      "pods", plan.cluster.pods(), plan.cluster.nodes().get(0).address()))
              .addOpen(plan.gateway.service("ssh"))
              .build());
    }

    private void objects(EdgePlan plan, VaultServer vault) {
      var minio =
          new Minio(
              this,
              "minio",
              MinioProps.builder()
                  .host(plan.server)
                  .architecture(K3s.Architecture.AMD64)
                  .root(vault.item("minio/root"))
                  .addBuckets(new MinioProps.Bucket("volume-backups", vault.item("minio/volumes")))
                  .build());
      new HAProxy(
          this,
          "haproxy",
          HAProxyProps.builder()
              .host(plan.server)
              .addFrontends(
                  HAProxyProps.Frontend.tcp(
                      plan.server.service("kube-api"),
                      HAProxyProps.Server.of(plan.cluster.nodes().get(0), plan.cluster.apiPort())))
              .addFrontends(
                  HAProxyProps.Frontend.http(
                      plan.server.service("s3-proxy"),
                      "/minio/health/live",
                      HAProxyProps.Server.of(minio.service())))
              .stats(true)
              .build());
    }

    private void files(EdgePlan plan) {
      var nfs =
          new NfsServer(
              this,
              "nfs",
              NfsServerProps.builder()
                  .host(plan.server)
                  .addExports(new NfsServerProps.Export("/tank/media", plan.lan.ranges(), false))
                  .build());
      new NfsVolume(
          this,
          "media",
          NfsVolumeProps.builder()
              .namespace(NamespaceRef.of("external-secrets"))
              .export(nfs.export("/tank/media"))
              .build());
    }

    private void gateway(EdgePlan plan, Cilium cilium, VaultServer vault) {
      var certificates =
          new CertManager(
              this,
              "cert-manager",
              CertManagerProps.builder().addAllResolvers(plan.resolvers()).build());
      open(certificates);
      var issuer =
          new LetsEncrypt(
              this,
              "letsencrypt",
              LetsEncryptProps.builder()
                  .email("admin@example.net")
                  .addZones(plan.domain())
                  .apiToken(vault.item("certmanager/cloudflare").key("api_token"))
                  .build());
      var wildcard = Hostname.of("*." + plan.domain());
      var certificate =
          new TlsCertificate(
              this,
              "wildcard",
              TlsCertificateProps.builder()
                  .issuer(issuer.production())
                  .addHostnames(wildcard)
                  .build());
      var gateway =
          new Gateway(
              this,
              "gateway",
              GatewayProps.builder()
                  .gatewayClass(cilium.gatewayClass())
                  .hostname(wildcard)
                  .certificate(certificate.certificate())
                  .address(plan.ingress)
                  .build());
      new WebUi(
          this,
          "hubble",
          WebUiProps.builder()
              .ui(cilium.hubbleUi())
              .hostname(plan.hubble())
              .entry(gateway.listener())
              .build());
    }

    private static void open(Component component) {
      component.exempt(NetworkRule.NET_001, "nothing else runs here that they had to refuse");
    }
  }
}

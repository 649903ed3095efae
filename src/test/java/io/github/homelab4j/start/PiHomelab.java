package io.github.homelab4j.start;

import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.certificates.LetsEncrypt;
import io.github.homelab4j.certificates.LetsEncryptProps;
import io.github.homelab4j.certificates.TlsCertificate;
import io.github.homelab4j.certificates.TlsCertificateProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.dns.CoreDns;
import io.github.homelab4j.dns.CoreDnsProps;
import io.github.homelab4j.gitops.Flux;
import io.github.homelab4j.gitops.FluxOperator;
import io.github.homelab4j.gitops.FluxOperatorProps;
import io.github.homelab4j.gitops.FluxProps;
import io.github.homelab4j.networking.Cilium;
import io.github.homelab4j.networking.CiliumProps;
import io.github.homelab4j.networking.NodeEnvironment;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.start.Piece.Archived;
import io.github.homelab4j.start.Piece.Distribution;
import io.github.homelab4j.start.Piece.Program;
import io.github.homelab4j.start.Piece.Resource;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.function.Consumer;
import software.constructs.Construct;

/** A small homelab that has everything which the order of startup is about. */
final class PiHomelab extends Homelab {
  final PiPlan plan;
  final Pi pi;

  PiHomelab() {
    this(pi -> {});
  }

  /** With more in its cluster. */
  PiHomelab(Consumer<Pi> more) {
    this(new PiPlan());
    more.accept(pi);
  }

  private PiHomelab(PiPlan plan) {
    super(plan);
    this.plan = plan;
    this.pi = new Pi(this, plan);
  }

  /** Its cluster. */
  static final class Pi extends Cluster {
    final CoreDns dns;
    final CertManager certManager;

    private Pi(Construct scope, PiPlan plan) {
      super(scope, plan.pi);
      var bind = new Program(this, "bind", List.of(plan.keeper));
      var names =
          HostServiceRef.providedBy(bind, plan.keeper, plan.keeper.service("dns"), Loss.STOPS)
              .without(Loss.DEGRADES, "names outside the cluster do not resolve");
      var vault = new Program(this, "vault", List.of(plan.keeper));
      var secrets =
          HostServiceRef.providedBy(vault, plan.keeper, plan.keeper.service("vault"), Loss.STOPS)
              .without(Loss.STOPS, "secrets are not read");
      var k3s = new Distribution(this, "k3s", plan.pi.nodes());
      new PrometheusOperatorCrds(
          this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
      var cilium =
          new Cilium(
              this,
              "cilium",
              CiliumProps.builder()
                  .plan(plan.pi)
                  .nodes(NodeEnvironment.withApi(plan.pi.apiEndpoint(), Port.of(6443)))
                  .gatewayApi(false)
                  .certificateAuthority(
                      SecretRef.external("cilium-ca", NamespaceRef.of("kube-system")))
                  .addL2Interfaces("^eth0$")
                  .build());
      dns =
          new CoreDns(
              this,
              "coredns",
              CoreDnsProps.builder().address(plan.pi.dnsAddress()).addServers(names).build());
      var operator = new FluxOperator(this, "flux-operator", FluxOperatorProps.builder().build());
      var flux = new Flux(this, "flux", FluxProps.builder().operator(operator.operator()).build());
      var externalSecrets =
          new ExternalSecrets(this, "external-secrets", ExternalSecretsProps.builder().build());
      var vaultStore =
          new Resource(
              this, "vault-store", "external-secrets.io/v1", "ClusterSecretStore", secrets);
      var store = SecretStoreRef.providedBy(vaultStore, "vault-store");
      certManager = new CertManager(this, "cert-manager", CertManagerProps.builder().build());
      var letsEncrypt =
          new LetsEncrypt(
              this,
              "letsencrypt",
              LetsEncryptProps.builder()
                  .email("admin@example.org")
                  .addZones(plan.domain())
                  .apiToken(store.item("cloudflare").key("token"))
                  .build());
      new TlsCertificate(
          this,
          "wildcard",
          TlsCertificateProps.builder()
              .issuer(letsEncrypt.production())
              .addHostnames(Hostname.of("*.example.org"))
              .build());
      var longhorn = new Resource(this, "longhorn", "v1", "ConfigMap");
      var wiki =
          new Archived(
              this,
              "wiki",
              StorageClassRef.providedBy(longhorn, "longhorn").outlivingItsProvider());
      startLevel("1", "External services", bind, vault);
      startLevel("2", "K3s", k3s);
      startLevel("3", "Network and DNS", cilium, dns);
      startLevel("4", "Core platform", flux, externalSecrets, certManager);
      startLevel("5", "Storage", longhorn);
      startLevel("8", "Applications", wiki);
    }
  }
}

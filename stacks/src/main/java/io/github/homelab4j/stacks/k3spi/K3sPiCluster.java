package io.github.homelab4j.stacks.k3spi;

import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.dns.CoreDns;
import io.github.homelab4j.dns.CoreDnsProps;
import io.github.homelab4j.gitops.Flux;
import io.github.homelab4j.gitops.FluxOperator;
import io.github.homelab4j.gitops.FluxOperatorProps;
import io.github.homelab4j.gitops.FluxProps;
import io.github.homelab4j.networking.Cilium;
import io.github.homelab4j.networking.CiliumProps;
import io.github.homelab4j.networking.NodeEnvironment;
import io.github.homelab4j.observability.KubeStateMetrics;
import io.github.homelab4j.observability.KubeStateMetricsProps;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import io.github.homelab4j.observability.NodeExporter;
import io.github.homelab4j.observability.NodeExporterProps;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import io.github.homelab4j.storage.SnapshotController;
import io.github.homelab4j.storage.SnapshotControllerProps;
import java.net.URI;
import software.constructs.Construct;

/** The cluster of k3s-pi. */
public final class K3sPiCluster extends Cluster {
  /** Composes the cluster, in the order of its dependencies. */
  public K3sPiCluster(Construct scope, K3sPiPlan plan) {
    super(scope, plan.cluster());
    var self = plan.cluster();

    // Definitions that several components share.
    new PrometheusOperatorCrds(
        this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());

    // Network.
    new Cilium(
        this,
        "cilium",
        CiliumProps.builder()
            .plan(self)
            .nodes(NodeEnvironment.withApi(self.apiEndpoint(), self.apiPort()))
            .certificateAuthority(SecretRef.external("cilium-ca", NamespaceRef.of("kube-system")))
            .addL2Interfaces("^eth0$")
            .gatewayApi(false)
            .build());
    new CoreDns(
        this,
        "coredns",
        CoreDnsProps.builder()
            .address(self.dnsAddress())
            .addUpstreams(plan.node1().address())
            .build());

    // GitOps.
    var fluxOperator = new FluxOperator(this, "flux-operator", FluxOperatorProps.builder().build());
    new Flux(this, "flux", FluxProps.builder().operator(fluxOperator.operator()).build());

    // Secrets and certificates.
    new ExternalSecrets(this, "external-secrets", ExternalSecretsProps.builder().build());
    new VaultStore(
        this,
        "vault-backend",
        VaultStoreProps.builder().server(URI.create("https://10.0.0.11:8200")).build());
    new CertManager(
        this,
        "cert-manager",
        CertManagerProps.builder().addAllResolvers(plan.publicResolvers()).build());

    // Storage.
    new SnapshotController(this, "csi-snapshotter", SnapshotControllerProps.builder().build());

    // Observability.
    new MetricsServer(this, "metrics-server", MetricsServerProps.builder().build());
    new KubeStateMetrics(this, "kube-state-metrics", KubeStateMetricsProps.builder().build());
    new NodeExporter(this, "node-exporter", NodeExporterProps.builder().build());
  }
}

package io.github.homelab4j.dns;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.EnvVars;
import io.github.homelab4j.rule.ReliabilityRule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import software.constructs.Construct;

/**
 * ExternalDNS: writes the host names of routes and Services into DNS zones outside the cluster.
 *
 * <p>Runs once: it has no election, and two copies would write against each other.
 */
@ComponentInfo(
    name = "external-dns",
    domain = Domain.DNS,
    upstream = "https://kubernetes-sigs.github.io/external-dns/",
    namespace = "external-dns",
    installs = "externaldns.k8s.io",
    uses = {"monitoring.coreos.com", "gateway.networking.k8s.io"})
public final class ExternalDns extends HelmComponent {
  private static final String SOURCE =
      "kubernetes-sigs/external-dns@v0.22.0:charts/external-dns/templates/deployment.yaml";
  private static final String POD_CONTEXT =
      "{runAsNonRoot: true, fsGroup: 65534, seccompProfile: {type: RuntimeDefault}}";
  private static final String CONTEXT =
      "{privileged: false, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
          + " runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, capabilities: {drop: [ALL]}}";
  private final ExternalDnsProps props;

  /** Stores its settings. */
  public ExternalDns(Construct scope, String id, ExternalDnsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), SOURCE)
            .labelled(AppLabels.of("external-dns", releaseName()))
            .replicas(1)
            .security("podSecurityContext", POD_CONTEXT)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("external-dns")
                    .resources("resources")
                    .security("securityContext", CONTEXT)
                    .port("http", 7979)
                    .alive()
                    .ready()));
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            ReliabilityRule.REL_016, "names that it wrote stay as they are while it waits"));
  }

  @Override
  protected Values values() {
    var provider = ExternalDnsProvider.of(props.provider());
    return new Values(
        new Provider(provider.name()),
        List.of("gateway-httproute", "service"),
        props.domains(),
        props.deletes() ? "sync" : "upsert-only",
        "txt",
        props.owner(),
        List.of(EnvVars.of(provider.variable(), secret(provider.secret()))),
        provider.arguments(),
        Enabled.when(props.metrics()),
        Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(128)));
  }

  record Values(
      Provider provider,
      List<String> sources,
      List<Hostname> domainFilters,
      String policy,
      String registry,
      String txtOwnerId,
      List<EnvVar> env,
      List<String> extraArgs,
      Enabled serviceMonitor,
      Compute resources) {}

  record Provider(String name) {}
}

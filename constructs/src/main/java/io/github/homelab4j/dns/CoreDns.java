package io.github.homelab4j.dns;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.ServiceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * CoreDNS: names of Services, of the homelab's hosts, and of the world, for all pods of a cluster.
 *
 * <p>Provides {@link #service()}, named as everything in a cluster expects. The distribution's own
 * copy has to be switched off.
 */
@ComponentInfo(
    name = "coredns",
    domain = Domain.DNS,
    upstream = "https://coredns.io/",
    namespace = "kube-system",
    podSecurity = PodSecurity.BASELINE,
    uses = "monitoring.coreos.com",
    foundation = Foundation.DNS)
public final class CoreDns extends HelmComponent {
  private static final String TEMPLATES = "coredns/helm@coredns-1.46.2:charts/coredns/templates/";
  private static final String CONTEXT =
      "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
          + " capabilities: {add: [NET_BIND_SERVICE], drop: [ALL]}}";
  private static final String NAME = "kube-dns";
  static final int PORT = 53;

  private final CoreDnsProps props;

  /** Stores its settings. */
  public CoreDns(Construct scope, String id, CoreDnsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Cluster DNS, by UDP and TCP. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, NAME, PORT, selector());
  }

  @Override
  public List<ChartFact> facts() {
    var facts = new ArrayList<ChartFact>();
    facts.add(
        creates("Service", NAME, TEMPLATES + "service.yaml")
            .port("udp-53", PORT)
            .port("tcp-53", PORT)
            .labelledAsPods(selector()));
    facts.add(
        creates("Service", id() + "-metrics", TEMPLATES + "service-metrics.yaml")
            .port("metrics", 9153)
            .labelled(Map.of("app.kubernetes.io/component", "metrics"))
            .labelledAsPods(selector()));
    if (props.replicas() > 1) {
      facts.add(
          creates("PodDisruptionBudget", id(), TEMPLATES + "poddisruptionbudget.yaml")
              .maxUnavailable("1")
              .selects(selector()));
    }
    return facts;
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "deployment.yaml")
            .labelled(selector())
            .replicas("replicaCount", 1)
            .security("podSecurityContext", "{}")
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("coredns")
                    .resources(
                        "resources",
                        "{limits: {cpu: 100m, memory: 128Mi}, requests: {cpu: 100m, memory: 128Mi}}")
                    .security("securityContext", CONTEXT)
                    .port("udp-53", PORT)
                    .port("tcp-53", PORT)
                    .port("tcp-9153", 9153)
                    .alive()
                    .ready()));
  }

  @Override
  protected CoreDnsValues values() {
    return CoreDnsValues.of(props, NAME, selector());
  }

  private Map<String, String> selector() {
    return Map.of(
        "k8s-app",
        NAME,
        "app.kubernetes.io/name",
        "coredns",
        "app.kubernetes.io/instance",
        releaseName());
  }
}

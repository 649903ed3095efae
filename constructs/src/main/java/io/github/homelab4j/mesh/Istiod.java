package io.github.homelab4j.mesh;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.NamespaceLabel;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.PodMonitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Istio's control plane, in sidecar mode: pods of the namespaces in {@link IstiodProps#meshed} get
 * a proxy beside them when they start, which encrypts what they say to each other. Others are left
 * alone, and may still talk to them.
 *
 * <p>Provides {@link #mesh()}. Ambient mode, which does without sidecars, is not for clusters whose
 * network Cilium makes in place of kube-proxy.
 *
 * @see <a href="https://docs.cilium.io/en/stable/network/servicemesh/istio/">Cilium beside
 *     Istio</a>
 */
@ComponentInfo(
    name = "istiod",
    domain = Domain.MESH,
    upstream = "https://istio.io/latest/docs/ops/deployment/architecture/",
    namespace = IstioBase.NAMESPACE,
    uses = "monitoring.coreos.com",
    timeout = "10m")
public final class Istiod extends HelmComponent {
  private static final String TEMPLATES =
      "istio/istio@1.30.3:manifests/charts/istio-control/istio-discovery/templates/";
  private static final String INJECTED =
      "istio/istio@1.30.3:manifests/charts/istio-control/istio-discovery/files/injection-template.yaml";
  private static final String NAME = "istiod";
  private static final Map<String, String> PODS = Map.of("app", NAME, "istio", "pilot");
  private static final int METRICS = 15014;
  private static final String CONTEXT =
      "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true,"
          + " capabilities: {drop: [ALL]}}";
  private static final String RESOURCES = "{requests: {cpu: 500m, memory: 2048Mi}}";

  private final IstiodProps props;

  /** Stores its settings. */
  public Istiod(Construct scope, String id, IstiodProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** What puts proxies into pods and tells them where to go: gateways cannot start without it. */
  public OperatorRef mesh() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<NamespaceLabel> namespaceLabels() {
    return props.meshed().stream()
        .map(namespace -> new NamespaceLabel(namespace, "istio-injection", "enabled"))
        .toList();
  }

  @Override
  public List<String> notes() {
    return props.meshed().isEmpty()
        ? List.of()
        : List.of(
            "Pods of a meshed namespace that started before %s have no proxy, and take part after `kubectl rollout restart`; while it is away, none can start there."
                .formatted(id()));
  }

  @Override
  public List<ChartFact> facts() {
    var facts = new ArrayList<ChartFact>();
    facts.add(
        creates("Service", NAME, TEMPLATES + "service.yaml")
            .port("grpc-xds", 15010)
            .port("https-dns", 15012)
            .port("https-webhook", 443, 15017)
            .port("http-monitoring", METRICS)
            .labelledAsPods(PODS));
    if (props.replicas() > 1) {
      facts.add(
          creates("PodDisruptionBudget", NAME, TEMPLATES + "poddisruptionbudget.yaml")
              .minAvailable("1")
              .selects(PODS));
    }
    for (var namespace : props.meshed()) {
      facts.add(
          ChartFact.of("Pod", "with a proxy", namespace.name(), INJECTED)
              .port("http-envoy-prom", 15090)
              .selects(Map.of(IstioMonitors.MESHED, "istio")));
    }
    return facts;
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", NAME, TEMPLATES + "deployment.yaml")
            .labelled(PODS)
            .replicas("replicaCount", 1)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("global.priorityClassName", "null")
            .with(
                ChartContainer.of("discovery")
                    .resources("resources", RESOURCES)
                    .security(CONTEXT)
                    .told("/securityContext/seccompProfile", "seccompProfile", "{}")
                    .port("http-debug", 8080)
                    .port("grpc-xds", 15010)
                    .port("tls-xds", 15012)
                    .port("https-webhooks", 15017)
                    .port("http-monitoring", METRICS)
                    .ready()));
  }

  @Override
  protected IstiodValues values() {
    return IstiodValues.of(targetNamespace(), props, PODS);
  }

  @Override
  protected void define(Resources out) {
    if (props.metrics()) {
      out.add(PodMonitors.of(NAME, targetNamespace(), PODS, "http-monitoring"));
    }
    if (props.metrics() && !props.meshed().isEmpty()) {
      out.add(IstioMonitors.sidecars(id() + "-proxies", targetNamespace(), props.meshed()));
    }
  }
}

package io.github.homelab4j.mesh;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.EndpointRef;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.plan.HostService.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A way into the mesh: proxies at an address of their own, which serve what Istio's {@code Gateway}
 * and {@code VirtualService} objects tell those with its labels to. Their certificates are Secrets
 * in its namespace.
 *
 * <p>Provides {@link #http()} and {@link #https()}. Its pods name no image: {@link Istiod} fills it
 * in when they start.
 */
@ComponentInfo(
    name = "istio-gateway",
    domain = Domain.MESH,
    upstream = "https://istio.io/latest/docs/setup/additional-setup/gateway/",
    namespace = "istio-ingress",
    uses = "monitoring.coreos.com")
public final class IstioGateway extends HelmComponent {
  private static final String TEMPLATES = "istio/istio@1.30.3:manifests/charts/gateway/templates/";
  private static final String RESOURCES =
      "{requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: 2000m, memory: 1024Mi}}";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final IstioGatewayProps props;

  /** Stores its settings. */
  public IstioGateway(Construct scope, String id, IstioGatewayProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where it takes plain HTTP. */
  public EndpointRef http() {
    return at(HTTP, "http2");
  }

  /** Where it takes TLS. */
  public EndpointRef https() {
    return at(HTTPS, "https");
  }

  /** The labels by which Istio's Gateways select it. */
  public Map<String, String> selector() {
    return Map.of("app", id(), "istio", id().replaceFirst("^istio-", ""));
  }

  @Override
  public List<ChartFact> facts() {
    var facts = new ArrayList<ChartFact>();
    facts.add(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("http2", HTTP)
            .port("https", HTTPS)
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
            .security("securityContext", "{}")
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("istio-proxy")
                    .resources("resources", RESOURCES)
                    .security("containerSecurityContext", "{}")
                    .port("http-envoy-prom", 15090)));
  }

  @Override
  protected IstioGatewayValues values() {
    return IstioGatewayValues.of(props, selector());
  }

  @Override
  protected void define(Resources out) {
    if (props.metrics()) {
      out.add(IstioMonitors.gateway(id(), targetNamespace(), selector()));
    }
  }

  private EndpointRef at(int port, String name) {
    return new EndpointRef(
        ServiceRef.providedBy(this, id(), port, selector()).named(name),
        props.address().address(),
        Protocol.TCP);
  }
}

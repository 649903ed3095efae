package io.github.homelab4j.networking;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.GatewayClassRef;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Cilium: the network of the cluster by eBPF, in place of kube-proxy. It gives Services of type
 * LoadBalancer their addresses and announces them by ARP and BGP, implements Gateways and network
 * policies, joins clusters to a mesh, and shows flows in Hubble.
 *
 * <p>Provides {@link #gatewayClass()}, {@link #loadBalancers()} and {@link #hubbleUi()}. Needs the
 * definitions of Gateway API and of the Prometheus operator before it, and in a mesh the Secret of
 * its certificate authority. Its operator creates the definitions of {@code cilium.io} when it
 * runs.
 */
@ComponentInfo(
    name = "cilium",
    domain = Domain.NETWORKING,
    upstream = "https://docs.cilium.io/en/stable/",
    namespace = Cilium.NAMESPACE,
    podSecurity = PodSecurity.PRIVILEGED,
    installs = "cilium.io",
    uses = {"monitoring.coreos.com", Cilium.GATEWAY_API},
    timeout = "15m",
    foundation = Foundation.NETWORK)
public final class Cilium extends HelmComponent {
  static final String NAMESPACE = "kube-system";
  static final String CERTIFICATE_AUTHORITY = "cilium-ca";
  static final String GATEWAY_API = "gateway.networking.k8s.io";
  static final String GATEWAY_CLASS = "cilium";
  static final String UI = "hubble-ui";
  private static final int UI_PORT = 80;
  private static final int UI_CONTAINER_PORT = 8081;

  private final CiliumProps props;

  /** Stores its settings. */
  public Cilium(Construct scope, String id, CiliumProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The class of Gateways that Cilium implements. */
  public GatewayClassRef gatewayClass() {
    return GatewayClassRef.providedBy(this, GATEWAY_CLASS);
  }

  /** What gives Services of type LoadBalancer their addresses. */
  public OperatorRef loadBalancers() {
    return OperatorRef.providedBy(this);
  }

  /** Hubble's web interface; it asks nobody who they are. */
  public ServiceRef hubbleUi() {
    return ServiceRef.providedBy(this, UI, UI_PORT, UI_CONTAINER_PORT, Map.of("k8s-app", UI));
  }

  @Override
  public Set<String> uses() {
    var groups = super.uses();
    if (!props.gatewayApi()) {
      groups.remove(GATEWAY_API);
    }
    return groups;
  }

  /** A release that is ready is not enough: the operator creates the definitions later. */
  @Override
  public List<HealthCheck> healthChecks() {
    var release = Stream.of(HealthCheck.release(this));
    return Stream.concat(release, CiliumDefinitions.of(props)).toList();
  }

  @Override
  public List<ChartFact> facts() {
    return CiliumFacts.of(targetNamespace(), props);
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return CiliumExemptions.ALL;
  }

  @Override
  public List<ChartWorkload> workloads() {
    return CiliumWorkloads.of(targetNamespace(), props);
  }

  @Override
  protected CiliumValues values() {
    return CiliumValues.of(props);
  }

  @Override
  protected void define(Resources out) {
    out.addAll(CiliumAddresses.of(props));
  }
}

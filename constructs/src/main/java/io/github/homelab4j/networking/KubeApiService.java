package io.github.homelab4j.networking;

import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.crd.cilium.CiliumLoadBalancerIPPool;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * The Kubernetes API at an address of its own, balanced over all control plane nodes: for people
 * and tools. The nodes do not use it, since it works only once Cilium does.
 *
 * <p>Needs API servers that run as static pods with the usual labels, as with Talos.
 */
@ComponentInfo(
    name = "kube-apiserver",
    domain = Domain.NETWORKING,
    upstream = "https://docs.cilium.io/en/stable/network/lb-ipam/",
    namespace = "kube-system")
public final class KubeApiService extends Component {
  private static final String NAME = "kube-api";
  private static final String SOURCE =
      "siderolabs/talos@01a3678:internal/app/machined/pkg/controllers/k8s/control_plane_static_pod.go";
  private static final Map<String, String> API_SERVERS =
      Map.of("k8s-app", "kube-apiserver", "tier", "control-plane");

  private final KubeApiServiceProps props;

  /** Stores its settings. */
  public KubeApiService(Construct scope, String id, KubeApiServiceProps props) {
    super(scope, id, props);
    this.props = props;
  }

  // Talos runs them; those of kubeadm have no k8s-app.
  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Pod", "kube-apiserver", SOURCE)
            .port("", props.port().number())
            .selects(API_SERVERS));
  }

  // Cluster, not Local: any node may be asked for the address by ARP.
  @Override
  protected void define(Resources out) {
    var address =
        Map.of(CiliumLoadBalancerIPPool.ADDRESS_ANNOTATION, props.address().address().text());
    out.add(
        new ServiceBuilder()
            .withMetadata(Meta.annotated(NAME, targetNamespace(), address))
            .withNewSpec()
            .withType("LoadBalancer")
            .withExternalTrafficPolicy("Cluster")
            .withAllocateLoadBalancerNodePorts(false)
            .withSelector(API_SERVERS)
            .addNewPort()
            .withName("https")
            .withProtocol("TCP")
            .withPort(props.port().number())
            .withNewTargetPort(props.port().number())
            .endPort()
            .endSpec()
            .build());
  }
}

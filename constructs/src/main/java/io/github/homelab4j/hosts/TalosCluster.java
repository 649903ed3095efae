package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the first document of a machine configuration says of the cluster; workers hear the least.
 *
 * @see <a
 *     href="https://docs.siderolabs.com/talos/v1.12/reference/configuration/v1alpha1/config">Config</a>
 */
record TalosCluster(
    String clusterName,
    Endpoint controlPlane,
    Network network,
    Optional<TalosApiServer> apiServer,
    Optional<ControllerManager> controllerManager,
    Optional<Scheduler> scheduler,
    Optional<Disabled> proxy,
    Optional<Etcd> etcd,
    Optional<Disabled> coreDNS,
    Optional<Boolean> allowSchedulingOnControlPlanes) {
  private static final int NODE_PODS = 24;
  private static final int NODE_PODS_V6 = 64;

  static TalosCluster of(TalosMachinesProps props, NodePlan node) {
    var control = node.controlPlane();
    return new TalosCluster(
        props.plan().name(),
        Endpoint.of(props.plan()),
        Network.of(props),
        when(control, TalosApiServer.of(props)),
        when(control, ControllerManager.of(props)),
        when(control, new Scheduler("registry.k8s.io/kube-scheduler:v" + kubernetes(props))),
        when(control && props.ownNetwork(), new Disabled(true)),
        when(control, new Etcd(TalosMachine.ownAddresses(props))),
        when(control && props.ownDns(), new Disabled(true)),
        when(control, props.talos().workloadsOnControlPlane()));
  }

  /** The version of Kubernetes, without a leading v. */
  static String kubernetes(TalosMachinesProps props) {
    return props.plan().kubernetesVersion().text().replaceFirst("^v", "");
  }

  private static <T> Optional<T> when(boolean condition, T value) {
    return condition ? Optional.of(value) : Optional.empty();
  }

  record Endpoint(String endpoint) {
    static Endpoint of(ClusterPlan plan) {
      Ip api = plan.apiEndpoint();
      return new Endpoint(
          "https://%s:%s".formatted(api.isV4() ? api.text() : "[" + api + "]", plan.apiPort()));
    }
  }

  record Network(Optional<Cni> cni, List<Cidr> podSubnets, List<Cidr> serviceSubnets) {
    static Network of(TalosMachinesProps props) {
      return new Network(
          when(props.ownNetwork(), new Cni("none")),
          props.plan().podRanges(),
          props.plan().serviceRanges());
    }
  }

  record Cni(String name) {}

  record Disabled(boolean disabled) {}

  record Etcd(List<String> advertisedSubnets) {}

  record Scheduler(String image) {}

  record ControllerManager(String image, Map<String, String> extraArgs) {
    // Kubernetes' own prefixes go without saying; with two families, they have names of their own.
    static ControllerManager of(TalosMachinesProps props) {
      var plan = props.plan();
      var arguments = new TreeMap<String, String>();
      var dual = plan.podsV6().isPresent();
      if (plan.nodePods() != NODE_PODS) {
        arguments.put(
            dual ? "node-cidr-mask-size-ipv4" : "node-cidr-mask-size",
            Integer.toString(plan.nodePods()));
      }
      if (dual && plan.nodePodsV6() != NODE_PODS_V6) {
        arguments.put("node-cidr-mask-size-ipv6", Integer.toString(plan.nodePodsV6()));
      }
      return new ControllerManager(
          "registry.k8s.io/kube-controller-manager:v" + kubernetes(props), arguments);
    }
  }

  /** Addresses of the Kubernetes API that its certificate is good for. */
  static List<Ip> apiAddresses(TalosMachinesProps props) {
    return Stream.concat(
            Stream.of(props.plan().apiEndpoint()),
            props.apiAddresses().stream().map(reservation -> reservation.address()))
        .distinct()
        .toList();
  }
}

package io.github.homelab4j.networking;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.github.homelab4j.crd.cilium.CiliumLoadBalancerIPPool;
import io.github.homelab4j.kube.Budget;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Metrics;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of Cilium's chart. */
record CiliumValues(
    Optional<MeshCluster> cluster,
    String k8sServiceHost,
    Port k8sServicePort,
    Optional<RateLimit> k8sClientRateLimit,
    boolean kubeProxyReplacement,
    Optional<SecurityContext> securityContext,
    Optional<Cgroup> cgroup,
    Compute resources,
    Ipam ipam,
    String routingMode,
    Optional<Cni> cni,
    Optional<SocketLb> socketLB,
    Optional<Enabled> ipv6,
    Optional<Cidr> ipv4NativeRoutingCIDR,
    Optional<Boolean> autoDirectNodeRoutes,
    Bpf bpf,
    boolean rollOutCiliumPods,
    Enabled bgpControlPlane,
    Enabled l2announcements,
    GatewayApi gatewayAPI,
    Enabled envoyConfig,
    LoadBalancer loadBalancer,
    Encryption encryption,
    Certgen certgen,
    Hubble hubble,
    Optional<Mesh> clustermesh,
    Operator operator,
    Metrics prometheus,
    Envoy envoy,
    Enabled dashboards) {

  private static final int MESH_PORT = 2379;
  private static final String CRON_JOB = "cronJob";
  private static final List<String> FLOWS =
      List.of("dns", "drop", "tcp", "flow", "port-distribution", "icmp", "httpV2");

  // The chart's own lists without SYS_MODULE.
  private static final List<String> AGENT =
      List.of(
          "CHOWN",
          "KILL",
          "NET_ADMIN",
          "NET_RAW",
          "IPC_LOCK",
          "SYS_ADMIN",
          "SYS_RESOURCE",
          "DAC_OVERRIDE",
          "FOWNER",
          "SETGID",
          "SETUID",
          "SYSLOG");
  private static final List<String> CLEANUP = List.of("NET_ADMIN", "SYS_ADMIN", "SYS_RESOURCE");

  // What an agent needs besides leases, and how often the holder of a lease renews it, in seconds.
  private static final int BASE_QPS = 10;
  private static final int LEASE_RENEWAL = 5;
  private static final int MOST_SERVICES = 1000;

  static CiliumValues of(CiliumProps props) {
    var plan = props.plan();
    var metrics = Metrics.when(props.metrics());
    var talos = props.nodes().talos();
    return new CiliumValues(
        plan.mesh().map(mesh -> new MeshCluster(mesh.cluster(), mesh.id())),
        props.nodes().apiHost(),
        props.nodes().apiPort(),
        props.l2Interfaces().isEmpty()
            ? Optional.empty()
            : Optional.of(RateLimit.forServicesOf(plan)),
        true,
        talos
            ? Optional.of(new SecurityContext(new Capabilities(AGENT, CLEANUP)))
            : Optional.empty(),
        talos ? Optional.of(new Cgroup(Enabled.OFF, "/sys/fs/cgroup")) : Optional.empty(),
        CiliumCompute.AGENT,
        new Ipam("kubernetes"),
        plan.nativeRouting().isPresent() ? "native" : "tunnel",
        props.istio() ? Optional.of(new Cni(false)) : Optional.empty(),
        props.istio() ? Optional.of(new SocketLb(true)) : Optional.empty(),
        plan.podRanges().stream().allMatch(Cidr::isV4) ? Optional.empty() : Optional.of(Enabled.ON),
        plan.nativeRouting(),
        plan.nativeRouting().map(network -> true),
        new Bpf(true),
        true,
        Enabled.when(plan.bgp().isPresent()),
        Enabled.when(!props.l2Interfaces().isEmpty()),
        new GatewayApi(props.gatewayApi(), new GatewayClass("true")),
        Enabled.when(props.serviceMesh()),
        new LoadBalancer(new L7(props.serviceMesh() ? "envoy" : "disabled")),
        new Encryption(props.encryption(), "wireguard"),
        new Certgen(props.certificateAuthority().isEmpty(), CiliumCompute.SMALL),
        Hubble.of(props, metrics),
        plan.mesh().map(mesh -> Mesh.of(props, mesh)),
        new Operator(
            props.replicas(),
            true,
            Budget.of(props.replicas()),
            metrics,
            Enabled.when(props.metrics()),
            CiliumCompute.MEDIUM),
        metrics,
        Envoy.of(props, metrics),
        Enabled.when(props.metrics()));
  }

  record MeshCluster(String name, int id) {}

  /** Each announced Service is a lease that its holder renews. */
  record RateLimit(long qps, long burst) {
    static RateLimit forServicesOf(ClusterPlan plan) {
      var services = plan.pools().stream().mapToLong(pool -> pool.range().size().longValue()).sum();
      var qps = BASE_QPS + Math.min(services, MOST_SERVICES) / LEASE_RENEWAL;
      return new RateLimit(qps, 2 * qps);
    }
  }

  record SecurityContext(Capabilities capabilities) {}

  record Capabilities(List<String> ciliumAgent, List<String> cleanCiliumState) {}

  record Cgroup(Enabled autoMount, String hostRoot) {}

  record Ipam(String mode) {}

  record Cni(boolean exclusive) {}

  record SocketLb(boolean hostNamespaceOnly) {}

  record Bpf(boolean masquerade) {}

  /**
   * The class is asked for, not left to what the cluster happens to have: without the kinds the
   * installation shall fail, not come up without Gateways.
   */
  record GatewayApi(boolean enabled, GatewayClass gatewayClass) {}

  record GatewayClass(String create) {}

  record LoadBalancer(L7 l7) {}

  record L7(String backend) {}

  record Encryption(boolean enabled, String type) {}

  record Certgen(boolean generateCA, Compute resources) {}

  record Envoy(
      Optional<Boolean> enabled, Optional<Metrics> prometheus, Optional<Compute> resources) {
    static Envoy of(CiliumProps props, Metrics metrics) {
      return props.envoy()
          ? new Envoy(Optional.empty(), Optional.of(metrics), Optional.of(CiliumCompute.ENVOY))
          : new Envoy(Optional.of(false), Optional.empty(), Optional.empty());
    }
  }

  record Hubble(boolean enabled, Tls tls, HubbleMetrics metrics, Relay relay, Ui ui) {
    static Hubble of(CiliumProps props, Metrics metrics) {
      return new Hubble(
          true,
          new Tls(Optional.empty(), new Auto(true, CRON_JOB)),
          new HubbleMetrics(
              props.metrics() ? FLOWS : List.of(),
              Enabled.when(props.metrics()),
              Enabled.when(props.metrics())),
          new Relay(props.hubbleUi(), true, metrics, CiliumCompute.SMALL),
          new Ui(
              props.hubbleUi(),
              true,
              new Sized(CiliumCompute.SMALL),
              new Sized(CiliumCompute.SMALL)));
    }
  }

  /**
   * Certificates are made and renewed in the cluster: made by Helm they would be new at each
   * rendering.
   */
  record Tls(Optional<String> authMode, Auto auto) {}

  record Auto(boolean enabled, String method) {}

  record HubbleMetrics(List<String> enabled, Enabled serviceMonitor, Enabled dashboards) {}

  record Relay(boolean enabled, boolean rollOutPods, Metrics prometheus, Compute resources) {}

  record Ui(boolean enabled, boolean rollOutPods, Sized frontend, Sized backend) {}

  record Sized(Compute resources) {}

  record Mesh(
      boolean useAPIServer,
      boolean policyDefaultLocalCluster,
      MeshConfig config,
      ApiServer apiserver) {
    static Mesh of(CiliumProps props, MeshPlan self) {
      var peers =
          props.meshPeers().stream()
              .map(
                  peer ->
                      new MeshPeer(peer.cluster(), MESH_PORT, List.of(peer.address().address())))
              .toList();
      return new Mesh(
          true,
          true,
          new MeshConfig(!peers.isEmpty(), peers),
          new ApiServer(
              props.replicas(),
              new MeshService(
                  "LoadBalancer",
                  Map.of(
                      CiliumLoadBalancerIPPool.ADDRESS_ANNOTATION,
                      self.address().address().text())),
              new Tls(Optional.of("cluster"), new Auto(true, CRON_JOB)),
              Budget.of(props.replicas()),
              new MeshMetrics(Enabled.when(props.metrics())),
              Confinement.anyUser(),
              CiliumCompute.MEDIUM,
              new Sized(CiliumCompute.MEDIUM),
              new Sized(CiliumCompute.MEDIUM)));
    }
  }

  record MeshConfig(boolean enabled, List<MeshPeer> clusters) {}

  record MeshPeer(String name, int port, List<Ip> ips) {}

  record ApiServer(
      int replicas,
      MeshService service,
      Tls tls,
      Budget podDisruptionBudget,
      MeshMetrics metrics,
      PodSecurityContext podSecurityContext,
      Compute resources,
      Sized etcd,
      Sized kvstoremesh) {}

  record MeshService(String type, Map<String, String> annotations) {}

  record MeshMetrics(Enabled serviceMonitor) {}

  record Operator(
      int replicas,
      boolean rollOutPods,
      Budget podDisruptionBudget,
      Metrics prometheus,
      Enabled dashboards,
      Compute resources) {}
}

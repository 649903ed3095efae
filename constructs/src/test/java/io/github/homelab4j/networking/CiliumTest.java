package io.github.homelab4j.networking;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpTimers;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.unit.Port;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class CiliumTest {
  private static final SecretRef AUTHORITY =
      SecretRef.external("cilium-ca", NamespaceRef.of("kube-system"));

  @Test
  void takes_the_place_of_kube_proxy_and_reaches_the_api_without_a_service() {
    assertThat(cilium(alone()))
        .values()
        .has("/kubeProxyReplacement", true)
        .has("/k8sServiceHost", "localhost")
        .has("/k8sServicePort", 7445)
        .has("/ipam/mode", "kubernetes")
        .has("/routingMode", "tunnel")
        .has("/operator/replicas", 2)
        .has("/operator/podDisruptionBudget/enabled", true);
  }

  @Test
  void loads_no_kernel_modules_on_talos_and_mounts_nothing() {
    var values = assertThat(cilium(alone())).values();
    values.has("/cgroup/autoMount/enabled", false).has("/cgroup/hostRoot", "/sys/fs/cgroup");
    assertThat(
            CiliumValues.of(alone().build())
                .securityContext()
                .orElseThrow()
                .capabilities()
                .ciliumAgent())
        .contains("SYS_ADMIN")
        .doesNotContain("SYS_MODULE");
  }

  @Test
  void keeps_the_charts_own_capabilities_elsewhere() {
    var props =
        CiliumProps.builder()
            .plan(TestPlans.alone())
            .nodes(NodeEnvironment.withApi(Ip.of("10.9.0.12"), Port.of(6443)))
            .certificateAuthority(AUTHORITY)
            .build();
    assertThat(new Cilium(new App(), "cilium", props))
        .values()
        .has("/k8sServiceHost", "10.9.0.12")
        .hasNo("/securityContext")
        .hasNo("/cgroup");
  }

  @Test
  void serves_two_nodes_of_k3s_with_what_they_need_and_no_more() {
    var cilium = cilium(k3s());
    assertThat(cilium)
        .values()
        .has("/k8sServiceHost", "10.9.0.12")
        .has("/k8sServicePort", 6443)
        .has("/kubeProxyReplacement", true)
        .has("/routingMode", "tunnel")
        .has("/operator/replicas", 1)
        .has("/operator/podDisruptionBudget/enabled", false)
        .has("/bgpControlPlane/enabled", false)
        .has("/l2announcements/enabled", true)
        .has("/gatewayAPI/enabled", false)
        .has("/envoy/enabled", false)
        .has("/hubble/relay/enabled", true)
        .has("/hubble/ui/enabled", true)
        .hasNo("/clustermesh")
        .hasNo("/cluster")
        .hasNo("/cgroup")
        .hasNo("/securityContext");
    assertThat(cilium)
        .resource("CiliumLoadBalancerIPPool", "load-balancers")
        .has("/spec/blocks/0/start", "10.9.0.65")
        .has("/spec/blocks/0/stop", "10.9.0.67");
    assertThat(cilium).emitsNo("CiliumBGPClusterConfig");
    assertThat(cilium.uses()).containsExactly("monitoring.coreos.com");
    assertThat(cilium.workloads())
        .extracting("name")
        .containsExactly("cilium", "cilium-operator", "hubble-relay", "hubble-ui");
  }

  @Test
  void makes_its_own_certificate_authority_where_nobody_else_has_to_trust_it() {
    assertThat(cilium(k3s())).values().has("/certgen/generateCA", true);
    assertThat(cilium(alone())).values().has("/certgen/generateCA", false);
    var meshed =
        CiliumProps.builder()
            .plan(TestPlans.meshed())
            .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
            .addL2Interface("^enp1s0$");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(meshed::build)
        .withMessage(
            "cluster east is in a mesh, whose clusters trust one certificate authority, but has none: give it the Secret cilium-ca");
  }

  @Test
  void leaves_room_for_istio_if_told() {
    assertThat(cilium(k3s().istio(true)))
        .values()
        .has("/cni/exclusive", false)
        .has("/socketLB/hostNamespaceOnly", true);
    assertThat(cilium(k3s())).values().hasNo("/cni").hasNo("/socketLB");
  }

  @Test
  void runs_envoy_where_gateways_need_it() {
    assertThat(cilium(alone()))
        .values()
        .hasNo("/envoy/enabled")
        .has("/envoy/prometheus/enabled", true);
    assertThat(cilium(alone()).workloads()).extracting("name").contains("cilium-envoy");
    assertThat(cilium(k3s().serviceMesh(true))).values().hasNo("/envoy/enabled");
  }

  @Test
  void joins_the_mesh_at_the_addresses_of_the_plan() {
    assertThat(cilium(meshed()))
        .values()
        .has("/cluster/name", "east")
        .has("/cluster/id", 1)
        .has("/routingMode", "native")
        .has("/ipv4NativeRoutingCIDR", "10.244.0.0/14")
        .has("/autoDirectNodeRoutes", true)
        .has("/clustermesh/useAPIServer", true)
        .has("/clustermesh/config/clusters/0/name", "west")
        .has("/clustermesh/config/clusters/0/ips/0", "10.9.0.148")
        .has("/clustermesh/apiserver/service/type", "LoadBalancer")
        .has("/clustermesh/apiserver/service/annotations/lbipam.cilium.io~1ips", "10.9.0.248")
        .has("/clustermesh/apiserver/tls/authMode", "cluster");
  }

  @Test
  void has_its_certificates_made_in_the_cluster_by_the_owners_authority() {
    assertThat(cilium(meshed()))
        .values()
        .has("/certgen/generateCA", false)
        .has("/hubble/tls/auto/method", "cronJob")
        .has("/clustermesh/apiserver/tls/auto/method", "cronJob");
  }

  @Test
  void gives_out_the_pool_and_announces_it_by_arp_and_bgp() {
    var cilium = cilium(meshed());
    assertThat(cilium)
        .resource("CiliumLoadBalancerIPPool", "load-balancers")
        .has("/spec/blocks/0/start", "10.9.0.200")
        .has("/spec/blocks/0/stop", "10.9.0.249");
    assertThat(cilium)
        .resource("CiliumL2AnnouncementPolicy", "load-balancers")
        .has("/spec/loadBalancerIPs", true)
        .has("/spec/interfaces/0", "^enp1s0$");
    assertThat(cilium)
        .resource("CiliumBGPClusterConfig", "load-balancers")
        .has("/spec/bgpInstances/0/localASN", 64513)
        .has("/spec/bgpInstances/0/peers/0/peerAddress", "10.9.0.1")
        .has("/spec/bgpInstances/0/peers/0/peerASN", 64512)
        .has("/spec/bgpInstances/0/peers/0/peerConfigRef/name", "load-balancers");
    assertThat(cilium)
        .resource("CiliumBGPPeerConfig", "load-balancers")
        .has("/spec/families/0/advertisements/matchLabels/advertise", "load-balancers");
    assertThat(cilium)
        .resource("CiliumBGPAdvertisement", "load-balancers")
        .has("/metadata/labels/advertise", "load-balancers")
        .has("/spec/advertisements/0/service/addresses/0", "LoadBalancerIP")
        .has("/spec/advertisements/0/selector/matchExpressions/0/operator", "NotIn");
  }

  @Test
  void renews_as_many_leases_as_the_pool_has_addresses() {
    assertThat(cilium(meshed()))
        .values()
        .has("/k8sClientRateLimit/qps", 20)
        .has("/k8sClientRateLimit/burst", 40);
    assertThat(cilium(alone())).values().hasNo("/k8sClientRateLimit");
  }

  @Test
  void is_ready_when_its_definitions_are_there() {
    assertThat(cilium(meshed()).healthChecks())
        .contains(
            new HealthCheck("helm.toolkit.fluxcd.io/v2", "HelmRelease", "cilium", "kube-system"),
            HealthCheck.definition("ciliumnetworkpolicies.cilium.io"),
            HealthCheck.definition("ciliumbgpclusterconfigs.cilium.io"));
    assertThat(cilium(alone()).healthChecks())
        .doesNotContain(HealthCheck.definition("ciliumbgpclusterconfigs.cilium.io"));
  }

  @Test
  void needs_only_the_kinds_of_what_is_on() {
    assertThat(cilium(alone()).uses())
        .containsExactly("gateway.networking.k8s.io", "monitoring.coreos.com");
    var bare = cilium(alone().gatewayApi(false).metrics(false));
    assertThat(bare.uses()).isEmpty();
    assertThat(bare)
        .values()
        .has("/hubble/metrics/serviceMonitor/enabled", false)
        .hasNo("/hubble/metrics/enabled");
  }

  @Test
  void is_no_service_mesh_and_encrypts_nothing_unless_asked() {
    assertThat(cilium(alone()))
        .values()
        .has("/envoyConfig/enabled", false)
        .has("/loadBalancer/l7/backend", "disabled")
        .has("/encryption/enabled", false);
    assertThat(cilium(alone().serviceMesh(true).encryption(true)))
        .values()
        .has("/envoyConfig/enabled", true)
        .has("/loadBalancer/l7/backend", "envoy")
        .has("/encryption/type", "wireguard");
  }

  @Test
  void provides_its_gateway_class_and_hubbles_interface() {
    var cilium = cilium(alone());
    assertThat(cilium.gatewayClass().name()).isEqualTo("cilium");
    assertThat(cilium.hubbleUi().hostPort())
        .isEqualTo("hubble-ui.kube-system.svc.cluster.local:80");
    assertThat(cilium.facts()).extracting("name").contains("cilium", "hubble-ui", "hubble-relay");
  }

  @Test
  void rejects_a_pool_among_the_nodes_that_nobody_answers_for() {
    var silent =
        CiliumProps.builder()
            .plan(TestPlans.meshed())
            .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
            .certificateAuthority(AUTHORITY);
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(silent::build)
        .withMessage(
            "load-balancer addresses 10.9.0.200-10.9.0.249 lie in the network lan of the machines, "
                + "where hosts ask for them by ARP, but nobody answers: name l2Interfaces");
  }

  @Test
  void sessions_that_differ_have_settings_of_their_own() {
    var router = new BgpPeer("router", Ip.of("10.9.0.1"), 64512);
    var slow =
        new BgpTimers(Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofSeconds(60));
    var far = new BgpPeer("far", Ip.of("198.51.100.1"), 64520).hops(3).timers(slow);
    var secret = SecretRef.external("bgp", NamespaceRef.of("kube-system"));
    var cilium =
        cilium(
            CiliumProps.builder()
                .plan(TestPlans.peering(router.password(secret), far))
                .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
                .certificateAuthority(AUTHORITY));
    assertThat(cilium)
        .resource("CiliumBGPClusterConfig", "load-balancers")
        .has("/spec/bgpInstances/0/peers/0/peerConfigRef/name", "router")
        .has("/spec/bgpInstances/0/peers/1/peerConfigRef/name", "far");
    assertThat(cilium)
        .resource("CiliumBGPPeerConfig", "router")
        .has("/spec/authSecretRef", "bgp")
        .has("/spec/timers/holdTimeSeconds", 9)
        .hasNo("/spec/ebgpMultihop");
    assertThat(cilium)
        .resource("CiliumBGPPeerConfig", "far")
        .has("/spec/ebgpMultihop", 3)
        .has("/spec/timers/holdTimeSeconds", 90)
        .has("/spec/timers/keepAliveTimeSeconds", 30)
        .hasNo("/spec/authSecretRef");
  }

  @Test
  void pods_with_both_families_turn_ipv6_on() {
    assertThat(cilium(alone())).values().hasNo("/ipv6");
    assertThat(
            cilium(
                CiliumProps.builder()
                    .plan(TestPlans.dual().build())
                    .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
                    .certificateAuthority(AUTHORITY)))
        .values()
        .has("/ipv6/enabled", true);
    var routed =
        CiliumProps.builder()
            .plan(TestPlans.dual().nativeRouting(Cidr.of("10.244.0.0/14")).build())
            .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
            .certificateAuthority(AUTHORITY);
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(routed::build)
        .withMessage(
            "cluster dual routes 10.244.0.0/14 natively and has pods with IPv6 ([10.244.0.0/16, fd00:244::/56]), for which Cilium wants a network as well: leave nativeRouting out, and packets travel in tunnels");
  }

  @Test
  void rejects_a_password_that_it_would_read_as_empty() {
    var secret = SecretRef.external("bgp", NamespaceRef.of("cilium"));
    var router = new BgpPeer("router", Ip.of("10.9.0.1"), 64512).password(secret);
    var builder =
        CiliumProps.builder()
            .plan(TestPlans.peering(router))
            .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
            .certificateAuthority(AUTHORITY);
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(builder::build)
        .withMessage(
            "BGP password bgp is in namespace cilium, but Cilium reads it in kube-system and takes an empty one otherwise: put it there");
  }

  @Test
  void rejects_a_peer_with_its_own_id() {
    var peer = new MeshPlan("west", 1, TestPlans.west().address());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                CiliumProps.builder()
                    .plan(TestPlans.meshed())
                    .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
                    .certificateAuthority(AUTHORITY)
                    .addL2Interface("^enp1s0$")
                    .addMeshPeer(peer)
                    .build())
        .withMessage(
            "mesh peer west has id 1, this cluster is east with id 1: names and ids differ within a mesh");
  }

  @Test
  void rejects_peers_of_a_cluster_without_a_mesh() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> alone().addMeshPeer(TestPlans.west()).build())
        .withMessage(
            "cluster alone has mesh peers but is in no mesh: give its plan a name and an id in the mesh");
  }

  @Test
  void rejects_a_certificate_authority_that_the_chart_does_not_read() {
    var builder =
        CiliumProps.builder()
            .plan(TestPlans.alone())
            .nodes(NodeEnvironment.onTalos(TestPlans.TALOS));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                builder
                    .certificateAuthority(
                        SecretRef.external("my-ca", NamespaceRef.of("kube-system")))
                    .build())
        .withMessage(
            "certificate authority is secret my-ca, but Cilium's chart reads cilium-ca: name it so");
    var other =
        CiliumProps.builder()
            .plan(TestPlans.alone())
            .nodes(NodeEnvironment.onTalos(TestPlans.TALOS));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                other
                    .certificateAuthority(
                        SecretRef.external("cilium-ca", NamespaceRef.of("cilium")))
                    .build())
        .withMessage(
            "certificate authority cilium-ca is in namespace cilium, but Cilium reads it in kube-system: put it there");
  }

  @Test
  void rejects_no_operator() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> alone().replicas(0).build())
        .withMessage("replicas is 0: run at least 1 operator");
  }

  private static CiliumProps.Builder alone() {
    var builder = CiliumProps.builder();
    builder
        .plan(TestPlans.alone())
        .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
        .certificateAuthority(AUTHORITY);
    return builder;
  }

  private static CiliumProps.Builder k3s() {
    var plan = TestPlans.k3s();
    var builder = CiliumProps.builder();
    builder
        .plan(plan)
        .nodes(NodeEnvironment.withApi(plan.apiEndpoint(), plan.apiPort()))
        .addL2Interface("^eth0$")
        .gatewayApi(false)
        .replicas(1);
    return builder;
  }

  private static CiliumProps.Builder meshed() {
    var builder = CiliumProps.builder();
    builder
        .plan(TestPlans.meshed())
        .nodes(NodeEnvironment.onTalos(TestPlans.TALOS))
        .certificateAuthority(AUTHORITY)
        .addMeshPeer(TestPlans.west())
        .addL2Interface("^enp1s0$");
    return builder;
  }

  private static Cilium cilium(CiliumProps.Builder props) {
    return new Cilium(new App(), "cilium", props.build());
  }
}

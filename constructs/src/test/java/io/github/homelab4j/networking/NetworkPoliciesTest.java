package io.github.homelab4j.networking;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cilium.CiliumNetworkPolicy;
import io.github.homelab4j.crd.cilium.PolicySpec;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class NetworkPoliciesTest {
  private static final NamespaceRef SHOP = NamespaceRef.of("shop");
  private static final ServiceRef WEB = service("web", "shop", 80, 8080);
  private static final ServiceRef DNS = service("kube-dns", "kube-system", 53, 53);

  @Test
  void refuses_everybody_but_the_namespace_itself() {
    assertThat(policies(builder()))
        .resource("CiliumNetworkPolicy", "namespace")
        .has("/metadata/namespace", "shop")
        .has("/spec/endpointSelector", "{}")
        .has("/spec/ingress", "[{\"fromEndpoints\":[{}]}]")
        .hasNo("/spec/egress");
  }

  @Test
  void opens_a_service_to_gateways_and_to_a_namespace_of_another_cluster() {
    var policies =
        policies(
            builder()
                .addIncoming(Allow.with(Peer.gateways()).at(WEB))
                .addIncoming(
                    Allow.with(Peer.namespace(TestPlans.west(), NamespaceRef.of("clients")))
                        .at(WEB)));
    assertThat(policies)
        .resource("CiliumNetworkPolicy", "web-80")
        .has("/spec/endpointSelector/matchLabels/app", "web")
        .has("/spec/ingress/0/fromEntities/0", "ingress")
        .has("/spec/ingress/0/toPorts/0/ports/0/port", "8080")
        .has("/spec/ingress/1/fromEndpoints/0/matchLabels/k8s:io.cilium.k8s.policy.cluster", "west")
        .has(
            "/spec/ingress/1/fromEndpoints/0/matchLabels/k8s:io.kubernetes.pod.namespace",
            "clients");
  }

  @Test
  void opens_ports_of_all_pods_to_a_namespace_a_network_and_the_api() {
    assertThat(
            policies(
                builder()
                    .addIncoming(
                        Allow.with(Peer.namespace(NamespaceRef.of("monitoring"))).ports(9090))
                    .addIncoming(Allow.with(Peer.network(Cidr.of("10.9.0.0/24"))).ports(22))
                    .addIncoming(Allow.with(Peer.kubernetesApi()).ports(9443))))
        .resource("CiliumNetworkPolicy", "namespace")
        .has(
            "/spec/ingress/1/fromEndpoints/0/matchLabels/k8s:io.kubernetes.pod.namespace",
            "monitoring")
        .has("/spec/ingress/2/fromCIDR/0", "10.9.0.0/24")
        .has("/spec/ingress/3/fromEntities/0", "kube-apiserver")
        .has("/spec/ingress/3/toPorts/0/ports/0/port", "9443");
  }

  @Test
  void opens_a_port_to_everything_in_the_cluster_and_to_nothing_outside() {
    assertThat(policies(builder().addIncoming(Allow.with(Peer.cluster()).ports(9090))))
        .resource("CiliumNetworkPolicy", "namespace")
        .has("/spec/ingress/1/fromEntities", "[\"cluster\"]")
        .has("/spec/ingress/1/toPorts/0/ports/0/port", "9090");
  }

  @Test
  void looks_at_requests_where_they_are_named() {
    var crawler = Peer.service(service("crawler", "bots", 80, 80));
    assertThat(
            policies(
                builder().addIncoming(Allow.with(crawler).at(WEB).request("GET", "/public/.*"))))
        .resource("CiliumNetworkPolicy", "web-80")
        .has("/spec/ingress/0/fromEndpoints/0/matchLabels/app", "crawler")
        .has("/spec/ingress/0/toPorts/0/rules/http/0/method", "GET")
        .has("/spec/ingress/0/toPorts/0/rules/http/0/path", "/public/.*");
  }

  @Test
  void keeps_pods_in_except_for_what_is_listed() {
    assertThat(
            policies(
                builder()
                    .restrictedTo(DNS)
                    .addOutgoing(
                        Allow.with(
                                Peer.hosts(
                                    Hostname.of("api.example.org"),
                                    Hostname.of("*.cdn.example.org")))
                            .ports(443))
                    .addOutgoing(Allow.with(Peer.cluster(TestPlans.west())))))
        .resource("CiliumNetworkPolicy", "namespace")
        .has("/spec/egress/0/toEndpoints", "[{}]")
        .has("/spec/egress/1/toEndpoints/0/matchLabels/app", "kube-dns")
        .has("/spec/egress/1/toPorts/0/ports/0/protocol", "ANY")
        .has("/spec/egress/1/toPorts/0/rules/dns/0/matchPattern", "*")
        .has("/spec/egress/2/toFQDNs/0/matchName", "api.example.org")
        .has("/spec/egress/2/toFQDNs/1/matchPattern", "*.cdn.example.org")
        .has("/spec/egress/3/toEndpoints/0/matchLabels/k8s:io.cilium.k8s.policy.cluster", "west")
        .has("/spec/egress/3/toEndpoints/0/matchExpressions/0/operator", "Exists");
  }

  @Test
  void lets_namespaces_of_other_clusters_in_without_closing_anything() {
    var spec =
        CiliumNetworkPolicy.fromMesh(WEB, List.of(new CiliumNetworkPolicy.Consumer("west", "shop")))
            .spec();
    assertThat(spec.enableDefaultDeny()).contains(PolicySpec.DefaultDeny.none());
    assertThat(spec.endpointSelector().getMatchLabels()).containsEntry("app", "web");
    assertThat(spec.ingress().get(0).fromEndpoints())
        .containsExactly(PolicySpec.podsOf("west", "shop"));
    assertThat(spec.ingress().get(0).toPorts())
        .containsExactly(PolicySpec.PortRule.tcp(List.of(Port.of(8080))));
  }

  @Test
  void rejects_policies_for_no_namespace() {
    rejects(
        NetworkPoliciesProps.builder(),
        "network policies have no namespace: name the one they are for");
  }

  @Test
  void rejects_exceptions_to_no_restriction() {
    rejects(
        builder().addOutgoing(Allow.with(Peer.world())),
        "outgoing has 1 rules but everything is allowed out: set restrictedTo to the cluster's DNS");
  }

  @Test
  void rejects_hosts_on_the_way_in() {
    rejects(
        builder().addIncoming(Allow.with(Peer.hosts(Hostname.of("api.example.org")))),
        "incoming names hosts, which Cilium knows for outgoing traffic only: name their network");
  }

  @Test
  void rejects_services_of_other_namespaces() {
    rejects(
        builder().addIncoming(Allow.with(Peer.world()).at(DNS)),
        "service kube-system/kube-dns:53 is not in namespace shop: put the rule into the policies of its own namespace");
  }

  @Test
  void rejects_a_receiving_service_on_the_way_out() {
    rejects(
        builder().restrictedTo(DNS).addOutgoing(Allow.with(Peer.world()).at(WEB)),
        "outgoing rule is at service shop/web:80, which is the receiving side: name it as the peer, Peer.service(…), with ports");
  }

  @Test
  void rejects_requests_on_no_port() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Allow.with(Peer.world()).request("GET", "/"))
        .withMessage(
            "requests are allowed without a port to look at: name the service or the port first");
  }

  @Test
  void rejects_hosts_without_a_name() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(Peer::hosts)
        .withMessage("a peer of hosts has no name: give at least one");
  }

  private static void rejects(NetworkPoliciesProps.Builder props, String message) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(props::build)
        .withMessage(message);
  }

  private static NetworkPoliciesProps.Builder builder() {
    var builder = NetworkPoliciesProps.builder();
    builder.namespace(SHOP);
    return builder;
  }

  private static NetworkPolicies policies(NetworkPoliciesProps.Builder props) {
    return new NetworkPolicies(new App(), "shop-policies", props.build());
  }

  private static ServiceRef service(String name, String namespace, int port, int target) {
    return new ServiceRef(
        name,
        namespace,
        Port.of(port),
        Port.of(target),
        Map.of("app", name),
        Provider.external("a test"));
  }
}

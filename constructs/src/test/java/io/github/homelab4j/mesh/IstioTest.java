package io.github.homelab4j.mesh;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceLabel;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Reservation;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class IstioTest {
  private static final OperatorRef OTHER = new OperatorRef("other", Provider.external("the test"));
  private static final NamespaceRef SHOP = NamespaceRef.of("shop");

  @Test
  void starts_with_its_definitions() {
    var base = new IstioBase(new App(), "istio-base", IstioBaseProps.builder().build());
    assertThat(base.installs()).contains("networking.istio.io", "security.istio.io");
    assertThat(base).values().has("/global/enableReaderRBAC", false);
    assertThat(base.definitions().namespace()).contains("istio-system");
  }

  @Test
  void asks_for_a_tenth_of_what_upstream_does() {
    assertThat(istiod(istiod()))
        .values()
        .has("/autoscaleEnabled", false)
        .has("/replicaCount", 2)
        .has("/resources/requests/memory", "192Mi")
        .has("/global/proxy/resources/requests/memory", "64Mi")
        .has("/topologySpreadConstraints/0/whenUnsatisfiable", "DoNotSchedule");
    assertThat(istiod(istiod().replicas(1))).values().hasNo("/topologySpreadConstraints");
    assertThat(istiod(istiod().replicas(1)).facts()).extracting("kind").containsExactly("Service");
    assertThat(istiod(istiod()).facts()).extracting("kind").contains("PodDisruptionBudget");
  }

  @Test
  void meshes_no_namespace_unless_told() {
    var alone = istiod(istiod());
    assertThat(alone.namespaceLabels()).isEmpty();
    assertThat(alone.notes()).isEmpty();
    assertThat(alone).values().has("/cni/enabled", false);
    assertThat(alone).emitsNo("PodMonitor", "istiod-proxies");
    var shop = istiod(istiod().cni(OTHER).addMeshed(SHOP));
    assertThat(shop.namespaceLabels())
        .containsExactly(new NamespaceLabel(SHOP, "istio-injection", "enabled"));
    assertThat(shop).values().has("/cni/enabled", true);
    assertThat(shop)
        .resource("PodMonitor", "istiod-proxies")
        .has("/spec/namespaceSelector/matchNames/0", "shop")
        .has("/spec/podMetricsEndpoints/0/path", "/stats/prometheus");
    assertThat(shop.notes()).singleElement().asString().contains("rollout restart");
  }

  @Test
  void has_its_own_metrics_read_if_wanted() {
    assertThat(istiod(istiod()))
        .resource("PodMonitor", "istiod")
        .has("/spec/podMetricsEndpoints/0/port", "http-monitoring");
    var quiet = istiod(istiod().metrics(false));
    assertThat(quiet).emitsNo("PodMonitor");
    assertThat(quiet.uses()).isEmpty();
  }

  @Test
  void rejects_a_namespace_whose_pods_would_change_routes_themselves() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> istiod().addMeshed(SHOP).build())
        .withMessage(
            "namespace shop shall be meshed without Istio's network plugin, so that each of its pods would change routes itself, which Pod Security refuses: give the plugin as cni");
  }

  @Test
  void rejects_a_namespace_that_flux_does_not_label() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> istiod().cni(OTHER).addMeshed(NamespaceRef.of("kube-system")).build())
        .withMessage(
            "namespace kube-system shall be meshed, but is there before Flux, which does not label it: leave it out of meshed, or move what runs there");
  }

  @Test
  void its_plugin_is_small_and_read() {
    var cni = new IstioCni(new App(), "istio-cni", IstioCniProps.builder().base(OTHER).build());
    assertThat(cni)
        .values()
        .has("/resources/requests/cpu", "10m")
        .has("/seccompProfile/type", "RuntimeDefault");
    assertThat(cni).resource("PodMonitor", "istio-cni-node");
  }

  @Test
  void its_gateway_stands_at_an_address_of_the_plan_and_shows_two_ports_there() {
    var gateway = gateway();
    assertThat(gateway)
        .values()
        .has("/service/type", "LoadBalancer")
        .has("/service/annotations/lbipam.cilium.io~1ips", "10.0.0.67")
        .has("/service/externalTrafficPolicy", "Cluster")
        .has("/service/ports/0/port", 80)
        .has("/service/ports/1/port", 443)
        .hasNo("/service/ports/2")
        .has("/podDisruptionBudget/maxUnavailable", 1);
    assertThat(gateway.https().hostPort()).isEqualTo("10.0.0.67:443");
    assertThat(gateway.http().service().hostPort())
        .isEqualTo("istio-gateway.istio-ingress.svc.cluster.local:80");
    assertThat(gateway.selector()).containsEntry("istio", "gateway");
  }

  @Test
  void its_gateway_answers_the_networks_it_is_told_and_else_all() {
    assertThat(gateway()).values().hasNo("/service/loadBalancerSourceRanges");
    var inside =
        new IstioGateway(
            new App(),
            "istio-gateway",
            IstioGatewayProps.builder()
                .mesh(OTHER)
                .loadBalancers(OTHER)
                .address(address())
                .addSenders(Cidr.of("10.0.0.0/24"))
                .build());
    assertThat(inside).values().has("/service/loadBalancerSourceRanges/0", "10.0.0.0/24");
  }

  @Test
  void its_gateway_takes_low_ports_without_being_root() {
    assertThat(gateway())
        .values()
        .has("/securityContext/sysctls/0/name", "net.ipv4.ip_unprivileged_port_start")
        .has("/securityContext/sysctls/0/value", "0")
        .has("/securityContext/runAsNonRoot", true)
        .has("/securityContext/seccompProfile/type", "RuntimeDefault");
  }

  private static IstiodProps.Builder istiod() {
    var builder = IstiodProps.builder();
    builder.base(OTHER);
    return builder;
  }

  private static Istiod istiod(IstiodProps.Builder props) {
    return new Istiod(new App(), "istiod", props.build());
  }

  private static IstioGateway gateway() {
    return new IstioGateway(
        new App(),
        "istio-gateway",
        IstioGatewayProps.builder().mesh(OTHER).loadBalancers(OTHER).address(address()).build());
  }

  private static Reservation address() {
    return new LoadBalancerPool("home", IpRange.of("10.0.0.65", "10.0.0.67"))
        .reserve("istio", "10.0.0.67");
  }
}

package io.github.homelab4j.ingress;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class IngressNginxTest {
  private static final Provider TEST = Provider.external("a test");

  private final IngressNginxProps.Builder props =
      IngressNginxProps.builder()
          .address(
              new LoadBalancerPool("pi", IpRange.of("10.0.0.65", "10.0.0.67"))
                  .reserve("ingress", "10.0.0.65"))
          .loadBalancers(new OperatorRef("cilium", TEST));

  private IngressNginx nginx() {
    return new IngressNginx(new App(), "ingress-nginx", props.build());
  }

  @Test
  void is_reached_at_the_address_of_the_plan_through_any_node() {
    assertThat(nginx())
        .values()
        .at("/controller/service")
        .has("/annotations/lbipam.cilium.io~1ips", "10.0.0.65")
        .has("/type", "LoadBalancer")
        .has("/externalTrafficPolicy", "Cluster")
        .has("/allocateLoadBalancerNodePorts", false);
  }

  @Test
  void ingresses_name_the_class_that_the_chart_creates() {
    var nginx = new IngressNginx(new App(), "inside", props.ingressClass("inside").build());
    var issuer = new IssuerRef("letsencrypt-prod", TEST);
    var entry = nginx.entry(issuer);
    assertThat(entry.ingressClass()).isEqualTo("inside");
    assertThat(entry.issuer()).isEqualTo(issuer);
    assertThat(entry.address().text()).isEqualTo("10.0.0.65");
    assertThat(entry.provider().component()).contains(nginx);
    assertThat(nginx)
        .values()
        .has("/controller/ingressClassResource/name", entry.ingressClass())
        .has("/controller/ingressClass", entry.ingressClass())
        .has("/controller/ingressClassResource/controllerValue", "k8s.io/inside");
    assertThat(nginx.facts())
        .filteredOn(fact -> fact.kind().equals("IngressClass"))
        .singleElement()
        .extracting(ChartFact::name, ChartFact::namespace)
        .containsExactly(entry.ingressClass(), "");
  }

  @Test
  void is_what_ingresses_without_a_class_are_for_only_when_told_so() {
    assertThat(nginx()).values().has("/controller/ingressClassResource/default", false);
    props.defaultClass(true);
    assertThat(nginx()).values().has("/controller/ingressClassResource/default", true);
  }

  @Test
  void its_webhook_has_a_certificate_of_cert_manager_and_no_job_runs() {
    assertThat(nginx()).values().has("/controller/admissionWebhooks/certManager/enabled", true);
    assertThat(nginx().uses()).containsExactly("cert-manager.io", "monitoring.coreos.com");
  }

  @Test
  void two_copies_run_on_different_nodes_of_which_one_may_be_drained() {
    assertThat(nginx())
        .values()
        .at("/controller")
        .has("/replicaCount", 2)
        .has("/maxUnavailable", 1)
        .has("/topologySpreadConstraints/0/topologyKey", "kubernetes.io/hostname")
        .has(
            "/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name",
            "ingress-nginx");
    assertThat(nginx().facts()).extracting(ChartFact::kind).contains("PodDisruptionBudget");
    props.replicas(1);
    assertThat(nginx().facts()).extracting(ChartFact::kind).doesNotContain("PodDisruptionBudget");
  }

  @Test
  void is_scraped_unless_told_otherwise() {
    assertThat(nginx())
        .values()
        .has("/controller/metrics/enabled", true)
        .has("/controller/metrics/serviceMonitor/enabled", true);
    props.metrics(false);
    assertThat(nginx()).values().has("/controller/metrics/enabled", false);
    assertThat(nginx().facts())
        .extracting(ChartFact::name)
        .contains("ingress-nginx-controller")
        .doesNotContain("ingress-nginx-controller-metrics");
  }

  @Test
  void says_that_upstream_gave_it_up_and_what_takes_its_place() {
    assertThat(nginx().notes().get(0))
        .contains("2025-11-11", "since March 2026", "https://kubernetes.io/blog/", "Gateway");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }

  @Test
  void rejects_a_class_that_is_no_name() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.ingressClass("Nginx").build())
        .withMessage(
            "ingressClass is 'Nginx', which is no name of a class: use at most 63 lower-case letters, digits and hyphens");
  }
}

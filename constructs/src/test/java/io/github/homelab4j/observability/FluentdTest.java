package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HostService.Protocol;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.unit.Quantity;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class FluentdTest {
  private final FluentdProps.Builder props = props();

  @Test
  void takes_syslog_at_its_usual_port_and_forwarded_logs_at_an_address_of_the_plan() {
    assertThat(fluentd())
        .resource("Service", "fluentd-outside")
        .has("/metadata/annotations/lbipam.cilium.io~1ips", "10.0.0.66")
        .has("/spec/externalTrafficPolicy", "Cluster")
        .has("/spec/allocateLoadBalancerNodePorts", false)
        .has("/spec/ports/0/protocol", "UDP")
        .has("/spec/ports/0/port", 514)
        .has("/spec/ports/0/targetPort", 5140)
        .has("/spec/ports/1/protocol", "TCP")
        .has("/spec/ports/1/port", 514)
        .has("/spec/ports/2/port", 24_224)
        .hasNo("/spec/ports/3")
        .hasNo("/spec/loadBalancerSourceRanges");
    assertThat(fluentd().syslog(Protocol.UDP).hostPort()).isEqualTo("10.0.0.66:514");
    assertThat(fluentd().forward().hostPort()).isEqualTo("10.0.0.66:24224");
    assertThat(fluentd().forward().parts())
        .extracting("name", "portName")
        .containsExactly(tuple("fluentd-outside", "forward"));
  }

  @Test
  void refuses_senders_of_other_networks_if_told() {
    props.addSenders(Cidr.of("10.0.0.0/24"));
    assertThat(fluentd())
        .resource("Service", "fluentd-outside")
        .has("/spec/loadBalancerSourceRanges/0", "10.0.0.0/24");
  }

  @Test
  void sends_everything_to_loki_and_keeps_what_it_does_not_take() {
    assertThat(config("04_outputs.conf"))
        .contains(
            "@type loki\n",
            "url http://loki.observability.svc.cluster.local:3100\n",
            "path /var/log/fluent/loki\n",
            "total_limit_size 1836m\n",
            "overflow_action drop_oldest_chunk\n",
            "retry_forever true\n");
    assertThat(fluentd())
        .values()
        .has("/kind", "StatefulSet")
        .has("/persistence/enabled", true)
        .has("/persistence/size", "2Gi");
  }

  @Test
  void replaces_all_that_the_chart_would_read_and_write() {
    assertThat(fluentd())
        .values()
        .has("/mountVarLogDirectory", false)
        .has("/mountDockerContainersDirectory", false)
        .has("/rbac/create", false)
        .has("/image/repository", "ghcr.io/kube-logging/logging-operator/fluentd");
    for (var file :
        new String[] {
          "01_sources.conf", "02_filters.conf", "03_dispatch.conf", "04_outputs.conf"
        }) {
      assertThat(config(file))
          .doesNotContain("elasticsearch", "@type tail", "kubernetes_metadata", "{{");
    }
  }

  @Test
  void reads_times_without_a_zone_in_that_of_the_home() {
    assertThat(FluentdConfig.of(props().build()).sources()).contains("timezone +00:00\n");
    assertThat(FluentdConfig.of(props().timeZone(ZoneId.of("Europe/Copenhagen")).build()).sources())
        .contains("timezone Europe/Copenhagen\n");
    assertThat(FluentdConfig.of(props().timeZone(ZoneOffset.ofHours(7)).build()).sources())
        .contains("timezone +07:00\n");
  }

  @Test
  void writes_to_its_volume_only_and_is_not_root() {
    assertThat(fluentd())
        .values()
        .has("/podSecurityContext/runAsUser", 100)
        .has("/podSecurityContext/fsGroup", 101)
        .has("/securityContext/readOnlyRootFilesystem", true)
        .has("/volumeMounts/0/mountPath", "/tmp");
  }

  @Test
  void rejects_a_volume_without_room() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.size(Quantity.mi(99)).build())
        .withMessage("size is 99Mi: give its buffer at least 100Mi, as Quantity.gi(2)");
  }

  @Test
  void rejects_a_short_name_of_a_zone() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.timeZone(ZoneId.of("CET")).build())
        .withMessage(
            "time zone is CET, a short form that Fluentd does not know: name it as Europe/Copenhagen");
  }

  private String config(String file) {
    JsonNode release = Json.tree(fluentd().objects().get(0));
    return release.at("/spec/values/fileConfigs").get(file).textValue();
  }

  private Fluentd fluentd() {
    return new Fluentd(new App(), "fluentd", props.build());
  }

  private static FluentdProps.Builder props() {
    var builder = FluentdProps.builder();
    builder
        .logs(Lab.service("loki", 3100))
        .storage(Lab.DISK)
        .loadBalancers(Lab.OPERATOR)
        .address(
            new LoadBalancerPool("home", IpRange.of("10.0.0.65", "10.0.0.67"))
                .reserve("fluentd", "10.0.0.66"));
    return builder;
  }
}

package io.github.homelab4j.messaging;

import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.crd.kafka.JvmOptions;
import io.github.homelab4j.crd.kafka.KafkaConnect.Authentication;
import io.github.homelab4j.crd.kafka.KafkaConnect.Config;
import io.github.homelab4j.crd.kafka.KafkaConnect.Spec;
import io.github.homelab4j.crd.kafka.KafkaConnect.Tls;
import io.github.homelab4j.crd.kafka.KafkaConnect.Trusted;
import io.github.homelab4j.crd.kafka.MetricsConfig;
import io.github.homelab4j.crd.kafka.PodTemplate;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.ImageRef;
import java.util.List;
import java.util.Optional;

/** What Strimzi is told about a {@link KafkaConnect}. */
final class KafkaConnectSpec {
  private KafkaConnectSpec() {}

  static Spec of(
      KafkaConnect connect,
      KafkaConnectProps props,
      ImageRef image,
      SecretRef authority,
      SecretRef user) {
    var id = connect.id();
    return Spec.builder()
        .version(KafkaSpec.version(image))
        .replicas(props.replicas())
        .bootstrapServers(props.kafka().bootstrap().hostPort())
        .groupId(id)
        .configStorageTopic(id + "-configs")
        .statusStorageTopic(id + "-status")
        .offsetStorageTopic(id + "-offsets")
        .tls(new Tls(List.of(new Trusted(authority, "*.crt"))))
        .authentication(Authentication.tls(user))
        // As many copies of these topics as the brokers make by default.
        .config(new Config(-1, -1, -1))
        .resources(Compute.of(props.cpu(), props.memory()))
        .jvmOptions(JvmOptions.halfOf(props.memory()))
        .metricsConfig(Optional.of(MetricsConfig.reporter()).filter(reporter -> props.metrics()))
        .template(PodTemplate.spread(Placement.spread(connect.api().selector())))
        .build();
  }
}

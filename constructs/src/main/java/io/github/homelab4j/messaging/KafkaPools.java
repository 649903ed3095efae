package io.github.homelab4j.messaging;

import io.github.homelab4j.crd.kafka.JvmOptions;
import io.github.homelab4j.crd.kafka.KafkaNodePool;
import io.github.homelab4j.crd.kafka.PodTemplate;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/** The nodes of a {@link Kafka}: those that keep the metadata and those that hold messages. */
final class KafkaPools {
  private KafkaPools() {}

  static List<KafkaNodePool> of(Kafka kafka, KafkaProps props) {
    var controller = Compute.of(props.controllerCpu(), props.controllerMemory());
    var broker = Compute.of(props.cpu(), props.memory());
    return List.of(
        pool(kafka, props, "controller", props.controllers(), props.controllerSize(), controller),
        pool(kafka, props, "broker", props.brokers(), props.size(), broker));
  }

  private static KafkaNodePool pool(
      Kafka kafka, KafkaProps props, String role, int replicas, Quantity size, Compute compute) {
    var pods = Map.of(Kafka.CLUSTER, kafka.id(), "strimzi.io/pool-name", role);
    var spec =
        new KafkaNodePool.Spec(
            replicas,
            List.of(role),
            KafkaNodePool.Storage.of(size, props.storage()),
            compute,
            JvmOptions.halfOf(compute.requests().memory()),
            PodTemplate.spread(Placement.spread(pods)));
    return new KafkaNodePool(KafkaResources.meta(kafka, role), spec);
  }
}

package io.github.homelab4j.messaging;

import io.github.homelab4j.crd.kafka.Kafka.Authentication;
import io.github.homelab4j.crd.kafka.Kafka.Authorization;
import io.github.homelab4j.crd.kafka.Kafka.Brokers;
import io.github.homelab4j.crd.kafka.Kafka.Config;
import io.github.homelab4j.crd.kafka.Kafka.EntityOperator;
import io.github.homelab4j.crd.kafka.Kafka.Listener;
import io.github.homelab4j.crd.kafka.Kafka.Rack;
import io.github.homelab4j.crd.kafka.Kafka.Spec;
import io.github.homelab4j.crd.kafka.Kafka.TopicOperator;
import io.github.homelab4j.crd.kafka.Kafka.UserOperator;
import io.github.homelab4j.crd.kafka.MetricsConfig;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all nodes of a {@link Kafka} have in common. */
final class KafkaSpec {
  static final int TLS = 9093;

  private static final int PLAIN = 9092;
  private static final String NODE = "kubernetes.io/hostname";

  private KafkaSpec() {}

  static Spec of(KafkaProps props, ImageRef image) {
    var enough = Math.max(1, props.copies() - 1);
    var brokers =
        new Brokers(
            version(image),
            listeners(props),
            new Config(props.copies(), enough, props.copies(), props.copies(), enough, false),
            new Authorization("simple"),
            // With more brokers than nodes, copies of one message still are on different nodes.
            Optional.of(new Rack(NODE)),
            props.metrics() ? Optional.of(MetricsConfig.reporter()) : Optional.empty());
    var compute = Compute.of(Quantity.millis(50), Quantity.mi(256), Quantity.mi(384));
    return new Spec(
        brokers, new EntityOperator(new TopicOperator(compute), new UserOperator(compute)));
  }

  /** Kafka's version, which the tag of Strimzi's image ends with. */
  static String version(ImageRef image) {
    return image.tag().substring(image.tag().lastIndexOf('-') + 1);
  }

  private static List<Listener> listeners(KafkaProps props) {
    var listeners = new ArrayList<Listener>();
    if (props.plain()) {
      listeners.add(
          new Listener(
              "plain", Port.of(PLAIN), "internal", false, new Authentication("scram-sha-512")));
    }
    listeners.add(new Listener("tls", Port.of(TLS), "internal", true, new Authentication("tls")));
    return listeners;
  }
}

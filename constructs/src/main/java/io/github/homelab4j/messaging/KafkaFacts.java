package io.github.homelab4j.messaging;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Strimzi makes of a {@link Kafka}. */
final class KafkaFacts {
  private static final String SOURCES = "strimzi/strimzi-kafka-operator@1.2.0:";
  private static final String NAMES =
      "api/src/main/java/io/strimzi/api/kafka/model/kafka/KafkaResources.java";
  private static final String NODES =
      "cluster-operator/src/main/java/io/strimzi/operator/cluster/model/KafkaCluster.java";
  private static final String USERS =
      "user-operator/src/main/java/io/strimzi/operator/user/model/KafkaUserModel.java";
  private static final String LISTENER = "tcp-clientstls";

  private KafkaFacts() {}

  static List<ChartFact> of(Kafka kafka, KafkaProps props) {
    var id = kafka.id();
    var strimzi = new ChartFacts(kafka.targetNamespace(), SOURCES);
    var facts = new ArrayList<ChartFact>();
    facts.add(
        strimzi
            .of("Service", id + "-kafka-bootstrap", NAMES)
            .port(LISTENER, KafkaSpec.TLS)
            .selects(Map.of(Kafka.CLUSTER, id, "strimzi.io/broker-role", "true")));
    facts.add(
        strimzi
            .of("Service", id + "-kafka-brokers", NAMES)
            .port(LISTENER, KafkaSpec.TLS)
            .selects(Map.of(Kafka.CLUSTER, id, Kafka.KIND, "Kafka"))
            .detail("headless, one name for each node"));
    facts.add(
        strimzi
            .of("Secret", id + "-cluster-ca-cert", NAMES)
            .keys("ca.crt", "ca.p12", "ca.password")
            .detail("the brokers' authority"));
    facts.add(
        strimzi
            .of("Secret", id + "-clients-ca-cert", NAMES)
            .keys("ca.crt")
            .detail("the clients' authority"));
    facts.add(
        strimzi
            .of("PodDisruptionBudget", id + "-kafka", NODES)
            .minAvailable(Integer.toString(props.controllers() + props.brokers() - 1))
            .selects(Map.of(Kafka.CLUSTER, id, Kafka.KIND, "Kafka")));
    for (var user : props.users()) {
      facts.add(
          strimzi
              .of("Secret", user.name(), USERS)
              .keys("ca.crt", "user.crt", "user.key", "user.p12", "user.password")
              .detail("the user's certificate"));
    }
    return facts;
  }
}

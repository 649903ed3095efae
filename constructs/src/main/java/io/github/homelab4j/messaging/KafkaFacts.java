package io.github.homelab4j.messaging;

import io.github.homelab4j.core.ChartFact;
import java.util.ArrayList;
import java.util.List;

/** What Strimzi makes of a {@link Kafka}. */
final class KafkaFacts {
  private static final String SOURCES = "strimzi/strimzi-kafka-operator@1.2.0:";
  private static final String NAMES =
      "api/src/main/java/io/strimzi/api/kafka/model/kafka/KafkaResources.java";
  private static final String NODES =
      "cluster-operator/src/main/java/io/strimzi/operator/cluster/model/KafkaCluster.java";
  private static final String USERS =
      "user-operator/src/main/java/io/strimzi/operator/user/model/KafkaUserModel.java";

  private KafkaFacts() {}

  static List<ChartFact> of(Kafka kafka, KafkaProps props) {
    var id = kafka.id();
    var facts = new ArrayList<ChartFact>();
    facts.add(
        fact(
            kafka,
            "Service",
            id + "-kafka-bootstrap",
            "port 9093 (TLS), strimzi.io/broker-role: true",
            NAMES));
    facts.add(
        fact(kafka, "Service", id + "-kafka-brokers", "headless, one name for each node", NAMES));
    facts.add(
        fact(
            kafka,
            "Secret",
            id + "-cluster-ca-cert",
            "ca.crt, ca.p12, ca.password: the brokers' authority",
            NAMES));
    facts.add(
        fact(kafka, "Secret", id + "-clients-ca-cert", "ca.crt: the clients' authority", NAMES));
    facts.add(fact(kafka, "PodDisruptionBudget", id + "-kafka", "all nodes but one", NODES));
    for (var user : props.users()) {
      var keys = "ca.crt, user.crt, user.key, user.p12, user.password: the user's certificate";
      facts.add(fact(kafka, "Secret", user.name(), keys, USERS));
    }
    return facts;
  }

  private static ChartFact fact(Kafka kafka, String kind, String name, String detail, String file) {
    return new ChartFact(kind, name, kafka.targetNamespace(), detail, SOURCES + file);
  }
}

package io.github.homelab4j.messaging;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.StorageClassRef;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class KafkaTest {
  private final App app = new App();
  private final StrimziKafkaOperator strimzi =
      new StrimziKafkaOperator(
          app, "strimzi-kafka-operator", StrimziKafkaOperatorProps.builder().build());

  private KafkaProps.Builder props() {
    return KafkaProps.builder()
        .operator(strimzi.operator())
        .storage(StorageClassRef.external("openebs-lvm"));
  }

  @Test
  void has_three_controllers_and_three_brokers_on_different_nodes() {
    var kafka = new Kafka(app, "kafka", props().build());
    for (var role : new String[] {"controller", "broker"}) {
      assertThat(kafka)
          .resource("KafkaNodePool", role)
          .has("/metadata/labels/strimzi.io~1cluster", "kafka")
          .has("/spec/replicas", 3)
          .has("/spec/roles/0", role)
          .has("/spec/storage/volumes/0/class", "openebs-lvm")
          .has("/spec/storage/volumes/0/deleteClaim", false)
          .has("/spec/template/pod/topologySpreadConstraints/0/whenUnsatisfiable", "DoNotSchedule");
    }
    assertThat(kafka)
        .resource("KafkaNodePool", "broker")
        .has("/spec/jvmOptions/-Xmx", "1024m")
        .has("/spec/resources/limits/memory", "2Gi");
  }

  @Test
  void writes_to_all_copies_but_one_before_it_answers() {
    assertThat(new Kafka(app, "kafka", props().build()))
        .resource("Kafka", "kafka")
        .has("/spec/kafka/version", "4.3.1")
        .at("/spec/kafka/config")
        .has("/default.replication.factor", 3)
        .has("/min.insync.replicas", 2)
        .has("/transaction.state.log.min.isr", 2)
        .has("/auto.create.topics.enable", false);
  }

  @Test
  void admits_certificates_over_tls_only_unless_told_otherwise() {
    assertThat(new Kafka(app, "a", props().build()))
        .resource("Kafka", "a")
        .has("/spec/kafka/listeners/0/name", "tls")
        .has("/spec/kafka/listeners/0/authentication/type", "tls")
        .has("/spec/kafka/authorization/type", "simple")
        .hasNo("/spec/kafka/listeners/1");
    assertThat(new Kafka(app, "b", props().plain(true).build()))
        .resource("Kafka", "b")
        .has("/spec/kafka/listeners/0/authentication/type", "scram-sha-512");
  }

  @Test
  void makes_topics_and_logins() {
    var kafka =
        new Kafka(
            app,
            "kafka",
            props()
                .addTopics(
                    KafkaTopic.kept("orders", 6, Duration.ofDays(7)),
                    KafkaTopic.compacted("customers", 3))
                .addUsers(KafkaUser.named("shop").produces("orders"), KafkaUser.named("new"))
                .build());
    assertThat(kafka)
        .resource("KafkaTopic", "orders")
        .has("/spec/config/retention.ms", 604_800_000L)
        .has("/spec/replicas", 3);
    assertThat(kafka)
        .resource("KafkaTopic", "customers")
        .has("/spec/config/cleanup.policy", "compact")
        .hasNo("/spec/config/retention.ms");
    assertThat(kafka)
        .resource("KafkaUser", "shop")
        .has("/spec/authorization/acls/0/resource/name", "orders")
        .has("/spec/authorization/acls/0/operations/0", "Write");
    assertThat(kafka).resource("KafkaUser", "new").hasNo("/spec/authorization");
    assertThat(kafka.login("shop").bootstrap().hostPort())
        .isEqualTo("kafka-kafka-bootstrap.kafka.svc.cluster.local:9093");
    assertThat(kafka.login("shop").user().name()).isEqualTo("shop");
  }

  @Test
  void is_scraped_by_its_own_reporter() {
    var kafka = new Kafka(app, "kafka", props().build());
    assertThat(kafka)
        .resource("Kafka", "kafka")
        .has("/spec/kafka/metricsConfig/type", "strimziMetricsReporter");
    assertThat(kafka)
        .resource("PodMonitor", "kafka")
        .has("/spec/podMetricsEndpoints/0/port", "tcp-prometheus");
    assertThat(new Kafka(app, "quiet", props().metrics(false).build()))
        .emitsNo("PodMonitor")
        .resource("Kafka", "quiet")
        .hasNo("/spec/kafka/metricsConfig");
  }

  @Test
  void names_the_users_that_there_are_when_asked_for_another() {
    var kafka = new Kafka(app, "kafka", props().addUsers(KafkaUser.named("shop")).build());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> kafka.login("shp"))
        .withMessage("kafka kafka has no user shp (it has shop): add it to users");
  }

  @Test
  void rejects_a_namespace_that_its_operator_does_not_watch() {
    var kafka = new Kafka(app, "kafka", props().namespace(NamespaceRef.of("events")).build());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(kafka::objects)
        .withMessage(
            "strimzi-kafka-operator does not watch namespace events, where kafka runs: add it to its watches");
  }

  @Test
  void rejects_an_even_number_of_controllers() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().controllers(2).build())
        .withMessage(
            "controllers is 2: take an odd number, so that a majority survives the loss of a node");
  }

  @Test
  void rejects_more_copies_than_brokers() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().brokers(2).build())
        .withMessage("copies is 3 but there are 2 brokers: add brokers or lower copies");
  }

  @Test
  void rejects_names_given_twice_or_malformed() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> props().addUsers(KafkaUser.named("shop"), KafkaUser.named("shop")).build())
        .withMessage("user shop is given twice: keep one");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> KafkaUser.named("Shop"))
        .withMessageStartingWith("'Shop' is not a user name here");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> KafkaTopic.compacted("Orders", 1))
        .withMessageStartingWith("'Orders' is not a topic name here");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> KafkaTopic.compacted("orders", 0))
        .withMessage("topic orders has 0 partitions: give it at least 1");
  }
}

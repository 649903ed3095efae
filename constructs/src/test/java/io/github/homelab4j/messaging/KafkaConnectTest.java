package io.github.homelab4j.messaging;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.StorageClassRef;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class KafkaConnectTest {
  private final App app = new App();
  private final StrimziKafkaOperator strimzi =
      new StrimziKafkaOperator(
          app, "strimzi-kafka-operator", StrimziKafkaOperatorProps.builder().build());
  private final Kafka kafka =
      new Kafka(
          app,
          "kafka",
          KafkaProps.builder()
              .operator(strimzi.operator())
              .storage(StorageClassRef.external("openebs-lvm"))
              .addUsers(KafkaUser.connect("kafka-connect"))
              .build());

  private KafkaConnectProps.Builder props() {
    return KafkaConnectProps.builder()
        .operator(strimzi.operator())
        .kafka(kafka.login("kafka-connect"));
  }

  @Test
  void runs_two_workers_that_show_a_certificate() {
    assertThat(new KafkaConnect(app, "kafka-connect", props().build()))
        .resource("KafkaConnect", "kafka-connect")
        .has("/metadata/annotations/strimzi.io~1use-connector-resources", "true")
        .has("/spec/replicas", 2)
        .has("/spec/bootstrapServers", "kafka-kafka-bootstrap.kafka.svc.cluster.local:9093")
        .has("/spec/tls/trustedCertificates/0/secretName", "kafka-cluster-ca-cert")
        .has("/spec/authentication/certificateAndKey/secretName", "kafka-connect")
        .has("/spec/authentication/certificateAndKey/certificate", "user.crt")
        .has(
            "/spec/template/pod/topologySpreadConstraints/0/topologyKey", "kubernetes.io/hostname");
  }

  @Test
  void keeps_its_state_in_topics_that_its_login_may_use() {
    assertThat(new KafkaConnect(app, "kafka-connect", props().build()))
        .resource("KafkaConnect", "kafka-connect")
        .has("/spec/groupId", "kafka-connect")
        .has("/spec/configStorageTopic", "kafka-connect-configs")
        .has("/spec/config/config.storage.replication.factor", -1);
    assertThat(kafka)
        .resource("KafkaUser", "kafka-connect")
        .has("/spec/authorization/acls/0/resource/name", "kafka-connect-")
        .has("/spec/authorization/acls/0/resource/patternType", "prefix")
        .has("/spec/authorization/acls/1/resource/name", "kafka-connect");
  }

  @Test
  void provides_its_api() {
    var connect = new KafkaConnect(app, "kafka-connect", props().build());
    assertThat(connect.api().http())
        .isEqualTo("http://kafka-connect-connect-api.kafka.svc.cluster.local:8083");
  }

  @Test
  void rejects_a_namespace_where_its_certificates_are_not() {
    var connect =
        new KafkaConnect(
            app, "kafka-connect", props().namespace(NamespaceRef.of("connect")).build());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(connect::objects)
        .withMessageContaining("is in namespace kafka, but kafka-connect runs in connect");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

package io.github.homelab4j.messaging;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.homelab4j.crd.kafka.Kafka.Authentication;
import io.github.homelab4j.crd.kafka.KafkaTopic.Config;
import io.github.homelab4j.crd.kafka.KafkaUser.Acl;
import io.github.homelab4j.crd.kafka.KafkaUser.Authorization;
import io.github.homelab4j.crd.kafka.KafkaUser.Resource;
import io.github.homelab4j.kube.Meta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Topics and logins as Strimzi's resources. */
final class KafkaResources {
  private KafkaResources() {}

  static List<HasMetadata> of(Kafka kafka, KafkaProps props) {
    var resources = new ArrayList<HasMetadata>();
    props
        .topics()
        .forEach(topic -> resources.add(topic(meta(kafka, topic.name()), topic, props.copies())));
    props.users().forEach(user -> resources.add(user(meta(kafka, user.name()), user)));
    return resources;
  }

  /** What a resource of this Kafka carries, by which Strimzi knows whose it is. */
  static ObjectMeta meta(Kafka kafka, String name) {
    return Meta.labelled(name, kafka.targetNamespace(), Map.of(Kafka.CLUSTER, kafka.id()));
  }

  private static io.github.homelab4j.crd.kafka.KafkaTopic topic(
      ObjectMeta meta, KafkaTopic topic, int copies) {
    var config =
        new Config(
            topic.retention().isPresent() ? "delete" : "compact",
            topic.retention().map(Duration::toMillis));
    var spec =
        new io.github.homelab4j.crd.kafka.KafkaTopic.Spec(topic.partitions(), copies, config);
    return new io.github.homelab4j.crd.kafka.KafkaTopic(meta, spec);
  }

  private static io.github.homelab4j.crd.kafka.KafkaUser user(ObjectMeta meta, KafkaUser user) {
    var acls = user.rights().stream().map(KafkaResources::acl).toList();
    var rules =
        acls.isEmpty()
            ? Optional.<Authorization>empty()
            : Optional.of(new Authorization("simple", acls));
    var spec = new io.github.homelab4j.crd.kafka.KafkaUser.Spec(new Authentication("tls"), rules);
    return new io.github.homelab4j.crd.kafka.KafkaUser(meta, spec);
  }

  private static Acl acl(KafkaUser.Right right) {
    var operations = right.operations().stream().map(KafkaUser.Operation::word).toList();
    return new Acl(new Resource(right.kind().word(), right.prefix(), "prefix"), operations);
  }
}

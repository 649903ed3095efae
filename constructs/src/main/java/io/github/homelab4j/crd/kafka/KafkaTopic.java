package io.github.homelab4j.crd.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.KeepsData;
import java.util.Optional;

/**
 * A topic.
 *
 * @see <a
 *     href="https://strimzi.io/docs/operators/1.2.0/configuring#type-KafkaTopicSpec-reference">KafkaTopic</a>
 */
@Group("kafka.strimzi.io")
@Version("v1")
@Kind("KafkaTopic")
@KeepsData
@Health(current = Health.READY)
public final class KafkaTopic extends CustomResource<KafkaTopic.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public KafkaTopic(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** How it is cut and copied. */
  public record Spec(int partitions, int replicas, Config config) {}

  /** How long it keeps what. */
  public record Config(
      @JsonProperty("cleanup.policy") String cleanupPolicy,
      @JsonProperty("retention.ms") Optional<Long> retentionMs) {}
}

package io.github.homelab4j.crd.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.KeepsData;
import io.github.homelab4j.unit.Quantity;
import java.util.List;

/**
 * Nodes of a Kafka cluster that are alike.
 *
 * @see <a
 *     href="https://strimzi.io/docs/operators/1.2.0/configuring#type-KafkaNodePoolSpec-reference">KafkaNodePool</a>
 */
@Group("kafka.strimzi.io")
@Version("v1")
@Kind("KafkaNodePool")
@KeepsData
// A pool has no Ready condition; it has ids once its cluster has taken it up.
public final class KafkaNodePool extends CustomResource<KafkaNodePool.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public KafkaNodePool(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** How many, what they do, and what they are made of. */
  public record Spec(
      int replicas,
      List<String> roles,
      Storage storage,
      Compute resources,
      JvmOptions jvmOptions,
      PodTemplate template) {}

  /** Disks of a node. */
  public record Storage(String type, List<Volume> volumes) {
    /** One volume, which also holds the metadata and outlives its node. */
    public static Storage of(Quantity size, StorageClassRef storageClass) {
      return new Storage(
          "jbod", List.of(new Volume(0, "persistent-claim", size, storageClass, false, "shared")));
    }
  }

  /** A disk. */
  public record Volume(
      int id,
      String type,
      Quantity size,
      @JsonProperty("class") StorageClassRef storageClass,
      boolean deleteClaim,
      String kraftMetadata) {}
}

package io.github.homelab4j.crd.kafka;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import java.util.List;
import java.util.Optional;

/**
 * A login and its rights. Strimzi puts what the login needs into a Secret of the same name.
 *
 * @see <a
 *     href="https://strimzi.io/docs/operators/1.2.0/configuring#type-KafkaUserSpec-reference">KafkaUser</a>
 */
@Group("kafka.strimzi.io")
@Version("v1")
@Kind("KafkaUser")
@Health(current = Health.READY)
public final class KafkaUser extends CustomResource<KafkaUser.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public KafkaUser(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** How it shows who it is, and what it may do: nothing without rules. */
  public record Spec(Kafka.Authentication authentication, Optional<Authorization> authorization) {}

  /** Rules. */
  public record Authorization(String type, List<Acl> acls) {}

  /** What may be done to which resources. */
  public record Acl(Resource resource, List<String> operations) {}

  /** Resources of one kind by name or by the beginning of their name. */
  public record Resource(String type, String name, String patternType) {}
}

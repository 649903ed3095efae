package io.github.homelab4j.crd.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.KeepsData;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.Optional;

/**
 * A Kafka cluster; its nodes are in {@link KafkaNodePool}s that carry its name as a label.
 *
 * @see <a
 *     href="https://strimzi.io/docs/operators/1.2.0/configuring#type-KafkaSpec-reference">Kafka</a>
 */
@Group("kafka.strimzi.io")
@Version("v1")
@Kind("Kafka")
@KeepsData
@Health(current = Health.READY)
public final class Kafka extends CustomResource<Kafka.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Kafka(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The brokers, and the operators of topics and users. */
  public record Spec(Brokers kafka, EntityOperator entityOperator) {}

  /** What all nodes have in common. */
  public record Brokers(
      String version,
      List<Listener> listeners,
      Config config,
      Authorization authorization,
      Optional<Rack> rack,
      Optional<MetricsConfig> metricsConfig) {}

  /** A port for clients. */
  public record Listener(
      String name, Port port, String type, boolean tls, Authentication authentication) {}

  /** How clients show who they are. */
  public record Authentication(String type) {}

  /** Who may do what: rules of users. */
  public record Authorization(String type) {}

  /** The node label that says which brokers fail together. */
  public record Rack(String topologyKey) {}

  /** Settings of Kafka itself. */
  public record Config(
      @JsonProperty("default.replication.factor") int defaultReplicationFactor,
      @JsonProperty("min.insync.replicas") int minInsyncReplicas,
      @JsonProperty("offsets.topic.replication.factor") int offsetsReplicationFactor,
      @JsonProperty("transaction.state.log.replication.factor") int transactionReplicationFactor,
      @JsonProperty("transaction.state.log.min.isr") int transactionMinIsr,
      @JsonProperty("auto.create.topics.enable") boolean autoCreateTopics) {}

  /** The operators of topics and users. */
  public record EntityOperator(TopicOperator topicOperator, UserOperator userOperator) {}

  /** What the operator of topics asks for. */
  public record TopicOperator(Compute resources) {}

  /** What the operator of users asks for. */
  public record UserOperator(Compute resources) {}
}

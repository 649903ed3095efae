package io.github.homelab4j.crd.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.Props;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Workers that run connectors.
 *
 * @see <a
 *     href="https://strimzi.io/docs/operators/1.2.0/configuring#type-KafkaConnectSpec-reference">KafkaConnect</a>
 */
@Group("kafka.strimzi.io")
@Version("v1")
@Kind("KafkaConnect")
@Health(current = Health.READY)
public final class KafkaConnect extends CustomResource<KafkaConnect.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public KafkaConnect(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** What they are made of and where they connect. */
  @Props
  @Value.Immutable
  public interface Spec {
    /** Kafka's version. */
    String version();

    /** Workers. */
    int replicas();

    /** Where Kafka is. */
    String bootstrapServers();

    /** The name under which workers find each other. */
    String groupId();

    /** The topic that keeps the connectors' settings. */
    String configStorageTopic();

    /** The topic that keeps the connectors' state. */
    String statusStorageTopic();

    /** The topic that keeps how far connectors have come. */
    String offsetStorageTopic();

    /** Whose certificates are trusted. */
    Tls tls();

    /** Who the workers are. */
    Authentication authentication();

    /** Settings of Kafka Connect itself. */
    Config config();

    /** What a worker asks for. */
    Compute resources();

    /** The heap. */
    JvmOptions jvmOptions();

    /** Metrics. */
    Optional<MetricsConfig> metricsConfig();

    /** Where pods go. */
    PodTemplate template();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Spec}. */
    final class Builder extends ImmutableSpec.Builder {}
  }

  /** Authorities. */
  public record Tls(List<Trusted> trustedCertificates) {}

  /** Certificates in a Secret. */
  public record Trusted(SecretRef secretName, String pattern) {}

  /** A client certificate. */
  public record Authentication(String type, CertificateAndKey certificateAndKey) {
    /** The certificate of a {@link KafkaUser}. */
    public static Authentication tls(SecretRef user) {
      return new Authentication("tls", new CertificateAndKey(user, "user.crt", "user.key"));
    }
  }

  /** Where it is. */
  public record CertificateAndKey(SecretRef secretName, String certificate, String key) {}

  /** Copies of the topics that keep state; -1 is the brokers' default. */
  public record Config(
      @JsonProperty("config.storage.replication.factor") int configReplication,
      @JsonProperty("offset.storage.replication.factor") int offsetReplication,
      @JsonProperty("status.storage.replication.factor") int statusReplication) {}
}

package io.github.homelab4j.messaging;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.kafka.JvmOptions;
import io.github.homelab4j.crd.kafka.KafkaConnect.Authentication;
import io.github.homelab4j.crd.kafka.KafkaConnect.Config;
import io.github.homelab4j.crd.kafka.KafkaConnect.Spec;
import io.github.homelab4j.crd.kafka.KafkaConnect.Tls;
import io.github.homelab4j.crd.kafka.KafkaConnect.Trusted;
import io.github.homelab4j.crd.kafka.MetricsConfig;
import io.github.homelab4j.crd.kafka.PodTemplate;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.kube.PodMonitors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Kafka Connect: workers that run connectors between {@link Kafka} and other systems. It comes with
 * Kafka's own connectors; a KafkaConnector resource configures one.
 *
 * <p>Provides {@link #api()}. Needs {@link StrimziKafkaOperator} and a {@link KafkaLogin}.
 */
@ComponentInfo(
    name = "kafka-connect",
    domain = Domain.MESSAGING,
    upstream = "https://strimzi.io/docs/operators/1.2.0/deploying#kafka-connect-str",
    namespace = "kafka",
    timeout = "15m")
public final class KafkaConnect extends Component {
  private static final int API = 8083;
  private static final String SOURCES = "strimzi/strimzi-kafka-operator@1.2.0:";

  private final KafkaConnectProps props;

  /** Stores its settings. */
  public KafkaConnect(Construct scope, String id, KafkaConnectProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * The workers' API. Strimzi's policy admits only its operator; connectors are made by resources.
   */
  public ServiceRef api() {
    return ServiceRef.providedBy(this, id() + "-connect-api", API, pods());
  }

  @Override
  public List<ChartFact> facts() {
    var names = "api/src/main/java/io/strimzi/api/kafka/model/connect/KafkaConnectResources.java";
    var model =
        "cluster-operator/src/main/java/io/strimzi/operator/cluster/model/KafkaConnectCluster.java";
    return List.of(
        new ChartFact(
            "Service", id() + "-connect-api", targetNamespace(), "port 8083", SOURCES + names),
        new ChartFact(
            "PodDisruptionBudget",
            id() + "-connect",
            targetNamespace(),
            "all workers but one",
            SOURCES + model));
  }

  @Override
  protected void define(Resources out) {
    // Checked to be in this namespace, where the workers mount them.
    var authority = secret(props.kafka().authority().key("ca.crt")).secret();
    var user = secret(props.kafka().user().key("user.crt")).secret();
    var compute = Compute.of(props.cpu(), props.memory());
    var spec =
        Spec.builder()
            .version(Kafka.version(versions().image("kafka").tag()))
            .replicas(props.replicas())
            .bootstrapServers(props.kafka().bootstrap().hostPort())
            .groupId(id())
            .configStorageTopic(id() + "-configs")
            .statusStorageTopic(id() + "-status")
            .offsetStorageTopic(id() + "-offsets")
            .tls(new Tls(List.of(new Trusted(authority, "*.crt"))))
            .authentication(Authentication.tls(user))
            .config(new Config(-1, -1, -1))
            .resources(compute)
            .jvmOptions(JvmOptions.halfOf(props.memory()))
            .metricsConfig(
                props.metrics() ? Optional.of(MetricsConfig.reporter()) : Optional.empty())
            .template(PodTemplate.spread(Placement.spread(pods())))
            .build();
    var meta =
        Meta.annotated(
            id(), targetNamespace(), Map.of("strimzi.io/use-connector-resources", "true"));
    out.add(new io.github.homelab4j.crd.kafka.KafkaConnect(meta, spec));
    if (props.metrics()) {
      out.add(PodMonitors.of(id(), targetNamespace(), pods(), Kafka.endpoints("tcp-prometheus")));
    }
  }

  private Map<String, String> pods() {
    return Map.of(Kafka.CLUSTER, id(), Kafka.KIND, "KafkaConnect");
  }
}

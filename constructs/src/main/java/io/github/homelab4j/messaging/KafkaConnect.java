package io.github.homelab4j.messaging;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.kafka.KafkaConnect.Spec;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
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
  private static final String NAMES =
      "api/src/main/java/io/strimzi/api/kafka/model/connect/KafkaConnectResources.java";
  private static final String WORKERS =
      "cluster-operator/src/main/java/io/strimzi/operator/cluster/model/KafkaConnectCluster.java";

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
    return List.of(
        creates("Service", id() + "-connect-api", SOURCES + NAMES)
            .port("rest-api", API)
            .selects(pods()),
        creates("PodDisruptionBudget", id() + "-connect", SOURCES + WORKERS)
            .minAvailable(Integer.toString(props.replicas() - 1))
            .selects(pods()));
  }

  @Override
  protected void define(Resources out) {
    var meta =
        Meta.annotated(
            id(), targetNamespace(), Map.of("strimzi.io/use-connector-resources", "true"));
    out.add(new io.github.homelab4j.crd.kafka.KafkaConnect(meta, spec()));
    if (props.metrics()) {
      out.add(KafkaMonitors.of(this, pods(), "tcp-prometheus"));
    }
  }

  private Spec spec() {
    // Checked to be in this namespace, where the workers mount them.
    var authority = secret(props.kafka().authority().key("ca.crt")).secret();
    var user = secret(props.kafka().user().key("user.crt")).secret();
    return KafkaConnectSpec.of(this, props, versions().image("kafka"), authority, user);
  }

  private Map<String, String> pods() {
    return Map.of(Kafka.CLUSTER, id(), Kafka.KIND, "KafkaConnect");
  }
}

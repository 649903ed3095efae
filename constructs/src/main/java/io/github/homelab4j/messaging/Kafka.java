package io.github.homelab4j.messaging;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * Apache Kafka: brokers that hold messages, controllers that keep the metadata, topics, and logins
 * with their rights.
 *
 * <p>Provides {@link #login}. Needs {@link StrimziKafkaOperator}. Kafka copies messages itself, so
 * local volumes suffice.
 */
@ComponentInfo(
    name = "kafka",
    domain = Domain.MESSAGING,
    upstream = "https://strimzi.io/docs/operators/1.2.0/deploying",
    namespace = "kafka",
    timeout = "20m")
public final class Kafka extends Component {
  static final String CLUSTER = "strimzi.io/cluster";
  static final String KIND = "strimzi.io/kind";

  private final KafkaProps props;

  /** Stores its settings. */
  public Kafka(Construct scope, String id, KafkaProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * How one of its users connects.
   *
   * @throws InvalidPropsException when there is no such user
   */
  public KafkaLogin login(String user) {
    if (props.users().stream().noneMatch(each -> each.name().equals(user))) {
      var known = props.users().stream().map(KafkaUser::name).collect(Collectors.joining(", "));
      throw new InvalidPropsException(
          "kafka %s has no user %s (it has %s): add it to users".formatted(id(), user, known));
    }
    var brokers = Map.of(CLUSTER, id(), "strimzi.io/broker-role", "true");
    return new KafkaLogin(
        ServiceRef.providedBy(this, id() + "-kafka-bootstrap", KafkaSpec.TLS, brokers),
        SecretRef.providedBy(this, id() + "-cluster-ca-cert"),
        SecretRef.providedBy(this, user));
  }

  @Override
  public List<ChartFact> facts() {
    return KafkaFacts.of(this, props);
  }

  @Override
  public List<String> notes() {
    var controllers =
        "Kafka keeps its metadata itself (KRaft): %s controllers stand in ZooKeeper's place, which Strimzi no longer runs.";
    return List.of(controllers.formatted(props.controllers()));
  }

  @Override
  protected void define(Resources out) {
    checkWatched();
    out.addAll(KafkaPools.of(this, props));
    var spec = KafkaSpec.of(props, versions().image("kafka"));
    out.add(new io.github.homelab4j.crd.kafka.Kafka(Meta.of(id(), targetNamespace()), spec));
    out.addAll(KafkaResources.of(this, props));
    if (props.metrics()) {
      var pods = Map.of(CLUSTER, id(), KIND, "Kafka");
      out.add(KafkaMonitors.of(this, pods, "tcp-prometheus", "healthcheck-to", "healthcheck-uo"));
    }
  }

  private void checkWatched() {
    var operator = props.operator().provider().component();
    if (operator.isPresent()
        && operator.get() instanceof StrimziKafkaOperator strimzi
        && !strimzi.watches(targetNamespace())) {
      throw new InvalidPropsException(
          "%s does not watch namespace %s, where %s runs: add it to its watches"
              .formatted(strimzi.id(), targetNamespace(), id()));
    }
  }
}

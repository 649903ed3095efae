package io.github.homelab4j.messaging;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpointBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.kafka.JvmOptions;
import io.github.homelab4j.crd.kafka.Kafka.Authentication;
import io.github.homelab4j.crd.kafka.Kafka.Authorization;
import io.github.homelab4j.crd.kafka.Kafka.Brokers;
import io.github.homelab4j.crd.kafka.Kafka.Config;
import io.github.homelab4j.crd.kafka.Kafka.EntityOperator;
import io.github.homelab4j.crd.kafka.Kafka.Listener;
import io.github.homelab4j.crd.kafka.Kafka.Rack;
import io.github.homelab4j.crd.kafka.Kafka.Spec;
import io.github.homelab4j.crd.kafka.Kafka.TopicOperator;
import io.github.homelab4j.crd.kafka.Kafka.UserOperator;
import io.github.homelab4j.crd.kafka.KafkaNodePool;
import io.github.homelab4j.crd.kafka.MetricsConfig;
import io.github.homelab4j.crd.kafka.PodTemplate;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.kube.PodMonitors;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final int TLS = 9093;
  private static final int PLAIN = 9092;
  private static final String NODE = "kubernetes.io/hostname";
  private static final String SOURCES = "strimzi/strimzi-kafka-operator@1.2.0:";
  private static final String NAMES =
      "api/src/main/java/io/strimzi/api/kafka/model/kafka/KafkaResources.java";
  private static final String NODES =
      "cluster-operator/src/main/java/io/strimzi/operator/cluster/model/KafkaCluster.java";
  private static final String USERS =
      "user-operator/src/main/java/io/strimzi/operator/user/model/KafkaUserModel.java";

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
    var bootstrap =
        ServiceRef.providedBy(
            this,
            id() + "-kafka-bootstrap",
            TLS,
            Map.of(CLUSTER, id(), "strimzi.io/broker-role", "true"));
    return new KafkaLogin(
        bootstrap,
        SecretRef.providedBy(this, id() + "-cluster-ca-cert"),
        SecretRef.providedBy(this, user));
  }

  @Override
  public List<ChartFact> facts() {
    var facts = new ArrayList<ChartFact>();
    facts.add(
        fact(
            "Service",
            id() + "-kafka-bootstrap",
            "port 9093 (TLS), strimzi.io/broker-role: true",
            NAMES));
    facts.add(fact("Service", id() + "-kafka-brokers", "headless, one name for each node", NAMES));
    facts.add(
        fact(
            "Secret",
            id() + "-cluster-ca-cert",
            "ca.crt, ca.p12, ca.password: the brokers' authority",
            NAMES));
    facts.add(fact("Secret", id() + "-clients-ca-cert", "ca.crt: the clients' authority", NAMES));
    facts.add(fact("PodDisruptionBudget", id() + "-kafka", "all nodes but one", NODES));
    for (var user : props.users()) {
      facts.add(
          fact(
              "Secret",
              user.name(),
              "ca.crt, user.crt, user.key, user.p12, user.password: the user's certificate",
              USERS));
    }
    return facts;
  }

  @Override
  public List<String> notes() {
    var controllers =
        "Kafka keeps its metadata itself (KRaft): %d controllers stand in ZooKeeper's place, which"
            + " Strimzi no longer runs.";
    return List.of(controllers.formatted(props.controllers()));
  }

  @Override
  protected void define(Resources out) {
    checkWatched();
    out.add(
        pool(
            "controller",
            props.controllers(),
            props.controllerSize(),
            Compute.of(Quantity.millis(200), props.controllerMemory())));
    out.add(pool("broker", props.brokers(), props.size(), Compute.of(props.cpu(), props.memory())));
    out.add(
        new io.github.homelab4j.crd.kafka.Kafka(
            Meta.of(id(), targetNamespace()), new Spec(brokers(), entityOperator())));
    props
        .topics()
        .forEach(
            topic -> out.add(KafkaResources.topic(owned(topic.name()), topic, props.copies())));
    props.users().forEach(user -> out.add(KafkaResources.user(owned(user.name()), user)));
    if (props.metrics()) {
      var endpoints = endpoints("tcp-prometheus", "healthcheck-to", "healthcheck-uo");
      out.add(
          PodMonitors.of(id(), targetNamespace(), Map.of(CLUSTER, id(), KIND, "Kafka"), endpoints));
    }
  }

  /** Kafka's version, which the image's tag ends with. */
  static String version(String tag) {
    return tag.substring(tag.lastIndexOf('-') + 1);
  }

  /** Endpoints whose series carry Strimzi's labels, as its dashboards expect. */
  static List<PodMetricsEndpoint> endpoints(String... ports) {
    var endpoints = new ArrayList<PodMetricsEndpoint>();
    for (var port : ports) {
      endpoints.add(
          new PodMetricsEndpointBuilder()
              .withPort(port)
              .addNewRelabeling()
              .withAction("labelmap")
              .withRegex("__meta_kubernetes_pod_label_(strimzi_io_.+)")
              .endRelabeling()
              .addNewRelabeling()
              .withSourceLabels("__meta_kubernetes_pod_name")
              .withTargetLabel("kubernetes_pod_name")
              .endRelabeling()
              .build());
    }
    return endpoints;
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

  private Brokers brokers() {
    var listeners = new ArrayList<Listener>();
    if (props.plain()) {
      listeners.add(
          new Listener(
              "plain", Port.of(PLAIN), "internal", false, new Authentication("scram-sha-512")));
    }
    listeners.add(new Listener("tls", Port.of(TLS), "internal", true, new Authentication("tls")));
    var enough = Math.max(1, props.copies() - 1);
    return new Brokers(
        version(versions().image("kafka").tag()),
        listeners,
        new Config(props.copies(), enough, props.copies(), props.copies(), enough, false),
        new Authorization("simple"),
        // With more brokers than nodes, copies of one message still are on different nodes.
        Optional.of(new Rack(NODE)),
        props.metrics() ? Optional.of(MetricsConfig.reporter()) : Optional.empty());
  }

  private static EntityOperator entityOperator() {
    var compute = Compute.of(Quantity.millis(50), Quantity.mi(256), Quantity.mi(384));
    return new EntityOperator(new TopicOperator(compute), new UserOperator(compute));
  }

  private KafkaNodePool pool(String role, int replicas, Quantity size, Compute compute) {
    var pods = Map.of(CLUSTER, id(), "strimzi.io/pool-name", role);
    var spec =
        new KafkaNodePool.Spec(
            replicas,
            List.of(role),
            KafkaNodePool.Storage.of(size, props.storage()),
            compute,
            JvmOptions.halfOf(compute.requests().memory()),
            PodTemplate.spread(Placement.spread(pods)));
    return new KafkaNodePool(owned(role), spec);
  }

  private ObjectMeta owned(String name) {
    return Meta.labelled(name, targetNamespace(), Map.of(CLUSTER, id()));
  }

  private ChartFact fact(String kind, String name, String detail, String file) {
    return new ChartFact(kind, name, targetNamespace(), detail, SOURCES + file);
  }
}

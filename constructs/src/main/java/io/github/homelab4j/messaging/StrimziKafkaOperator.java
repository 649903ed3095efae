package io.github.homelab4j.messaging;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.PodMonitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Strimzi: the operator of Kafka clusters, their topics and users, and of Kafka Connect. Its Kafka
 * keeps its metadata itself (KRaft): ZooKeeper is gone.
 *
 * <p>Provides {@link #operator()}, which a {@link Kafka} and a {@link KafkaConnect} take. It acts
 * in the namespaces that it is told to watch.
 */
@ComponentInfo(
    name = "strimzi-kafka-operator",
    domain = Domain.MESSAGING,
    upstream = "https://strimzi.io/docs/operators/1.2.0/overview",
    namespace = "strimzi-system",
    installs = {"kafka.strimzi.io", "core.strimzi.io"})
public final class StrimziKafkaOperator extends HelmComponent {
  private static final String NAME = "strimzi-cluster-operator";
  private static final Map<String, String> PODS =
      Map.of("name", NAME, "strimzi.io/kind", "cluster-operator");
  private static final String TEMPLATES =
      "strimzi/strimzi-kafka-operator@1.2.0:packaging/helm-charts/helm3/strimzi-kafka-operator/templates/";

  private final StrimziKafkaOperatorProps props;

  /** Stores its settings. */
  public StrimziKafkaOperator(Construct scope, String id, StrimziKafkaOperatorProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The operator of the kinds in {@code kafka.strimzi.io}. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  /** Whether it acts in a namespace. */
  public boolean watches(String namespace) {
    return namespace.equals(targetNamespace())
        || props.watches().stream().anyMatch(each -> each.name().equals(namespace));
  }

  @Override
  public List<ChartFact> facts() {
    var facts = new ArrayList<ChartFact>();
    facts.add(
        creates("Deployment", NAME, TEMPLATES + "060-Deployment-strimzi-cluster-operator.yaml")
            .port("http", 8080)
            .selects(PODS));
    if (props.replicas() > 1) {
      var budget = TEMPLATES + "051-PodDisruptionBudget-strimzi-cluster-operator.yaml";
      facts.add(
          creates("PodDisruptionBudget", NAME + "-pdb", budget)
              .minAvailable("1")
              .selects(Map.of("name", NAME)));
    }
    return facts;
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", NAME, TEMPLATES + "060-Deployment-strimzi-cluster-operator.yaml")
            .labelled(PODS)
            .replicas("replicas", 1)
            .security("podSecurityContext", "{}")
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of(NAME)
                    .resources(
                        "resources",
                        "{limits: {memory: 384Mi, cpu: 1000m}, requests: {memory: 384Mi, cpu: 200m}}")
                    .security("securityContext", ChartContext.RESTRICTED)
                    .port("http", 8080)
                    .alive()
                    .ready()));
  }

  @Override
  protected StrimziKafkaOperatorValues values() {
    return StrimziKafkaOperatorValues.of(props, PODS);
  }

  @Override
  protected void define(Resources out) {
    if (props.metrics()) {
      out.add(PodMonitors.of(id(), targetNamespace(), PODS, "http"));
    }
  }
}

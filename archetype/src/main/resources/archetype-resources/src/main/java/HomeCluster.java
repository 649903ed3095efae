package ${package};

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.observability.KubeStateMetrics;
import io.github.homelab4j.observability.KubeStateMetricsProps;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.observability.VictoriaMetricsOperator;
import io.github.homelab4j.observability.VictoriaMetricsOperatorProps;
import io.github.homelab4j.observability.VmAgent;
import io.github.homelab4j.observability.VmAgentProps;
import io.github.homelab4j.observability.VmSingle;
import io.github.homelab4j.observability.VmSingleProps;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.List;
import software.constructs.Construct;

/** The cluster at home: metrics of its machines, kept for a year. */
public final class HomeCluster extends Cluster {
  public HomeCluster(Construct scope, HomePlan plan) {
    super(scope, plan.home());

    new PrometheusOperatorCrds(
        this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
    new MetricsServer(this, "metrics-server", MetricsServerProps.builder().build());
    var state =
        new KubeStateMetrics(this, "kube-state-metrics", KubeStateMetricsProps.builder().build());
    var operator =
        new VictoriaMetricsOperator(
            this, "victoria-metrics-operator", VictoriaMetricsOperatorProps.builder().build());
    var metrics =
        new VmSingle(
            this,
            "vmsingle",
            VmSingleProps.builder()
                .operator(operator.operator())
                .storage(StorageClassRef.external("local-path"))
                .size(Quantity.gi(100))
                .retention(Duration.ofDays(365))
                .build());
    var agent =
        new VmAgent(
            this,
            "vmagent",
            VmAgentProps.builder()
                .operator(operator.operator())
                .remoteWrite(metrics.service())
                .build());

    for (var component : List.of(state, operator, metrics, agent)) {
      component.exempt(NetworkRule.NET_001, "nothing else runs here that they had to refuse");
    }
  }
}

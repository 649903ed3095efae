package io.github.homelab4j.dns;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.github.homelab4j.kube.Budget;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of CoreDNS' chart. */
record CoreDnsValues(
    int replicaCount,
    String k8sAppLabelOverride,
    String priorityClassName,
    Service service,
    ServiceAccount serviceAccount,
    Compute resources,
    PodSecurityContext podSecurityContext,
    Optional<Affinity> affinity,
    Optional<Budget.Limit> podDisruptionBudget,
    Prometheus prometheus,
    List<Server> servers) {
  private static final long USER = 65532;

  static CoreDnsValues of(CoreDnsProps props, String name, Map<String, String> pods) {
    var metrics = Enabled.when(props.metrics());
    return new CoreDnsValues(
        props.replicas(),
        name,
        "system-cluster-critical",
        new Service(name, props.address()),
        new ServiceAccount(true),
        compute(),
        // The image's user, which it names instead of numbering it.
        Confinement.pod(USER),
        props.replicas() > 1 ? Optional.of(Placement.apart(pods)) : Optional.empty(),
        Budget.limit(props.replicas()),
        new Prometheus(metrics, metrics),
        List.of(new Server(List.of(new Zone(".", true)), CoreDns.PORT, CoreDnsPlugin.of(props))));
  }

  // The chart limits CPU to a tenth, under which lookups stall; a limit cannot be taken away by
  // values, so it is set high.
  private static Compute compute() {
    return new Compute(
        new Compute.Amounts(Optional.of(Quantity.millis(100)), Quantity.mi(70)),
        Optional.of(new Compute.Amounts(Optional.of(Quantity.of("1")), Quantity.mi(170))));
  }

  record Service(String name, Ip clusterIP) {}

  record ServiceAccount(boolean create) {}

  record Prometheus(Enabled service, Enabled monitor) {}

  record Server(List<Zone> zones, int port, List<CoreDnsPlugin> plugins) {}

  record Zone(String zone, @JsonProperty("use_tcp") boolean useTcp) {}
}

package io.github.homelab4j.dns;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Affinity;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * CoreDNS: names of Services, of the homelab's hosts, and of the world, for all pods of a cluster.
 *
 * <p>Provides {@link #service()}, named as everything in a cluster expects. The distribution's own
 * copy has to be switched off.
 */
@ComponentInfo(
    name = "coredns",
    domain = Domain.DNS,
    upstream = "https://coredns.io/",
    namespace = "kube-system",
    podSecurity = PodSecurity.BASELINE,
    uses = "monitoring.coreos.com")
public final class CoreDns extends HelmComponent {
  private static final String TEMPLATES = "coredns/helm@coredns-1.46.2:charts/coredns/templates/";
  private static final String NAME = "kube-dns";
  private static final String CLUSTER_DOMAIN = "cluster.local";
  private static final int PORT = 53;
  private static final int METRICS_PORT = 9153;
  private static final int RECORD_TTL = 60;

  private final CoreDnsProps props;

  /** Stores its settings. */
  public CoreDns(Construct scope, String id, CoreDnsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Cluster DNS, by UDP and TCP. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, NAME, PORT, selector());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            NAME,
            targetNamespace(),
            "ports 53 UDP and TCP, pods k8s-app=kube-dns",
            TEMPLATES + "service.yaml"),
        new ChartFact(
            "Service",
            id() + "-metrics",
            targetNamespace(),
            "port 9153 named metrics",
            TEMPLATES + "service-metrics.yaml"));
  }

  private Map<String, String> selector() {
    return Map.of(
        "k8s-app",
        NAME,
        "app.kubernetes.io/name",
        "coredns",
        "app.kubernetes.io/instance",
        releaseName());
  }

  @Override
  protected Values values() {
    return new Values(
        props.replicas(),
        NAME,
        "system-cluster-critical",
        new Service(NAME, props.address()),
        new ServiceAccount(true),
        new Resources(
            new Amounts(Quantity.millis(100), Quantity.mi(70)),
            new Amounts(Quantity.of("1"), Quantity.mi(170))),
        props.replicas() > 1 ? Optional.of(Placement.apart(selector())) : Optional.empty(),
        props.replicas() > 1 ? Optional.of(new Budget(1)) : Optional.empty(),
        new Prometheus(new Enabled(props.metrics()), new Enabled(props.metrics())),
        List.of(new Server(List.of(new Zone(".", true)), PORT, plugins())));
  }

  // The order is of no consequence: CoreDNS runs plugins in the order that it was built with.
  private List<Plugin> plugins() {
    var plugins =
        new ArrayList<>(
            List.of(
                Plugin.named("errors"),
                Plugin.block("health", "lameduck 10s"),
                Plugin.named("ready")));
    if (!props.records().isEmpty()) {
      plugins.add(Plugin.block("hosts", hosts()));
    }
    plugins.add(
        new Plugin(
            "kubernetes",
            Optional.of(CLUSTER_DOMAIN + " in-addr.arpa ip6.arpa"),
            Optional.of("pods insecure\nfallthrough in-addr.arpa ip6.arpa\nttl 30")));
    plugins.add(Plugin.with("prometheus", "0.0.0.0:" + METRICS_PORT));
    plugins.add(Plugin.with("forward", ". " + upstreams()));
    plugins.add(Plugin.with("cache", String.valueOf(props.cache().toSeconds())));
    plugins.addAll(
        List.of(Plugin.named("loop"), Plugin.named("reload"), Plugin.named("loadbalance")));
    return plugins;
  }

  private String hosts() {
    var records =
        props.records().stream().map(record -> record.address() + " " + record.hostname());
    return Stream.concat(records, Stream.of("ttl " + RECORD_TTL, "fallthrough"))
        .collect(Collectors.joining("\n"));
  }

  private String upstreams() {
    return props.upstreams().isEmpty()
        ? "/etc/resolv.conf"
        : props.upstreams().stream().map(Ip::text).collect(Collectors.joining(" "));
  }

  record Values(
      int replicaCount,
      String k8sAppLabelOverride,
      String priorityClassName,
      Service service,
      ServiceAccount serviceAccount,
      Resources resources,
      Optional<Affinity> affinity,
      Optional<Budget> podDisruptionBudget,
      Prometheus prometheus,
      List<Server> servers) {}

  record Service(String name, Ip clusterIP) {}

  record ServiceAccount(boolean create) {}

  /**
   * The chart limits CPU to a tenth, under which lookups stall; a limit cannot be taken away by
   * values, so it is set high.
   */
  record Resources(Amounts requests, Amounts limits) {}

  record Amounts(Quantity cpu, Quantity memory) {}

  record Budget(int maxUnavailable) {}

  record Prometheus(Enabled service, Enabled monitor) {}

  record Enabled(boolean enabled) {}

  record Server(List<Zone> zones, int port, List<Plugin> plugins) {}

  record Zone(String zone, @JsonProperty("use_tcp") boolean useTcp) {}

  record Plugin(String name, Optional<String> parameters, Optional<String> configBlock) {
    static Plugin named(String name) {
      return new Plugin(name, Optional.empty(), Optional.empty());
    }

    static Plugin with(String name, String parameters) {
      return new Plugin(name, Optional.of(parameters), Optional.empty());
    }

    static Plugin block(String name, String configBlock) {
      return new Plugin(name, Optional.empty(), Optional.of(configBlock));
    }
  }
}

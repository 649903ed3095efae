package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.EndpointRef;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cilium.CiliumLoadBalancerIPPool;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HostService.Protocol;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Fluentd: takes the logs of machines outside the cluster, by syslog and by its own protocol, and
 * sends them to Loki. What Loki does not take waits on a volume.
 *
 * <p>Provides {@link #syslog}, {@link #forward()}. Senders are told apart by what they say of
 * themselves, and nothing is encrypted: it is for the home's own network.
 *
 * <p>Its image is that of the logging operator, which has Loki's and Prometheus' plugins for amd64
 * and arm64; Fluentd's own images have neither.
 */
@ComponentInfo(
    name = "fluentd",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.fluentd.org/",
    namespace = "observability",
    uses = "monitoring.coreos.com")
public final class Fluentd extends HelmComponent {
  private static final String TEMPLATES =
      "fluent/helm-charts@5b81bf7a5a5d9f7c3513810efdef47cdb4e28239:charts/fluentd/templates/";
  private static final int SYSLOG = 514;

  private final FluentdProps props;

  /** Stores its settings. */
  public Fluentd(Construct scope, String id, FluentdProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where machines send syslog, of RFC 3164 and 5424, over either protocol. */
  public EndpointRef syslog(Protocol protocol) {
    var name = protocol == Protocol.UDP ? "syslog-udp" : "syslog";
    return endpoint(SYSLOG, FluentdConfig.SYSLOG, name, protocol);
  }

  /** Where Fluentd and Fluent Bit on machines forward to. */
  public EndpointRef forward() {
    return endpoint(FluentdConfig.FORWARD, FluentdConfig.FORWARD, "forward", Protocol.TCP);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("metrics", FluentdConfig.METRICS)
            .port("syslog", FluentdConfig.SYSLOG)
            .port("syslog-udp", FluentdConfig.SYSLOG)
            .port("forward", FluentdConfig.FORWARD)
            .labelledAsPods(pods()));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("StatefulSet", id(), TEMPLATES + "statefulset.yaml")
            .labelled(pods())
            .replicas("replicaCount", 1)
            .security("podSecurityContext", "{}")
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("fluentd")
                    .resources("resources")
                    .security("securityContext", "{}")
                    .port("metrics", FluentdConfig.METRICS)
                    .port("syslog", FluentdConfig.SYSLOG)
                    .port("syslog-udp", FluentdConfig.SYSLOG)
                    .port("forward", FluentdConfig.FORWARD)
                    .alive()
                    .ready()));
  }

  @Override
  protected FluentdValues values() {
    return FluentdValues.of(id(), props, versions().image("fluentd"));
  }

  // Not the chart's Service, which would show its metrics at that address and cannot lead port 514
  // to one that is no privilege.
  @Override
  protected void define(Resources out) {
    out.add(service());
  }

  private Service service() {
    var address =
        Map.of(CiliumLoadBalancerIPPool.ADDRESS_ANNOTATION, props.address().address().text());
    return new ServiceBuilder()
        .withMetadata(Meta.annotated(outside(), targetNamespace(), address))
        .withNewSpec()
        .withType("LoadBalancer")
        // Cluster, not Local: any node may be asked for the address by ARP.
        .withExternalTrafficPolicy("Cluster")
        .withAllocateLoadBalancerNodePorts(false)
        .withLoadBalancerSourceRanges(props.senders().stream().map(Cidr::text).toList())
        .withSelector(pods())
        .withPorts(port(syslog(Protocol.UDP)), port(syslog(Protocol.TCP)), port(forward()))
        .endSpec()
        .build();
  }

  private static ServicePort port(EndpointRef endpoint) {
    var service = endpoint.service();
    return new ServicePortBuilder()
        .withName(service.portName())
        .withProtocol(endpoint.protocol().name())
        .withPort(service.port().number())
        .withTargetPort(new IntOrString(service.targetPort().number()))
        .build();
  }

  private EndpointRef endpoint(int port, int target, String name, Protocol protocol) {
    return new EndpointRef(
        ServiceRef.providedBy(this, outside(), port, target, pods()).named(name),
        props.address().address(),
        protocol);
  }

  private String outside() {
    return id() + "-outside";
  }

  private Map<String, String> pods() {
    return AppLabels.of("fluentd", releaseName());
  }
}

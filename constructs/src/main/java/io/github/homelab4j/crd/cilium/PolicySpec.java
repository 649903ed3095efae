package io.github.homelab4j.crd.cilium;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a {@link CiliumNetworkPolicy} or {@link CiliumClusterwideNetworkPolicy}. A rule
 * without a peer allows nothing, but makes the pods refuse whatever no other rule allows.
 *
 * @param description for the reader
 * @param endpointSelector the pods; an empty selector means all of them
 * @param enableDefaultDeny whether the pods refuse the rest; by default they do in each direction
 *     that has a rule
 * @param ingress what they take
 * @param egress what they send
 */
public record PolicySpec(
    Optional<String> description,
    LabelSelector endpointSelector,
    Optional<DefaultDeny> enableDefaultDeny,
    List<Ingress> ingress,
    List<Egress> egress) {
  private static final String NAMESPACE = "k8s:io.kubernetes.pod.namespace";
  private static final String CLUSTER = "k8s:io.cilium.k8s.policy.cluster";

  /** All pods that a policy can see: those of its namespace, or of the cluster. */
  public static LabelSelector everyPod() {
    return new LabelSelector();
  }

  /** Pods by their labels, within the policy's own namespace. */
  public static LabelSelector pods(Map<String, String> labels) {
    return new LabelSelectorBuilder().withMatchLabels(labels).build();
  }

  /** Pods by their labels in a namespace of this cluster; all of it when there are no labels. */
  public static LabelSelector podsIn(String namespace, Map<String, String> labels) {
    return new LabelSelectorBuilder()
        .withMatchLabels(labels)
        .addToMatchLabels(NAMESPACE, namespace)
        .build();
  }

  /**
   * All pods of a namespace of another cluster of the mesh. A selector without a cluster means pods
   * of the own cluster only.
   */
  public static LabelSelector podsOf(String cluster, String namespace) {
    return new LabelSelectorBuilder()
        .addToMatchLabels(NAMESPACE, namespace)
        .addToMatchLabels(CLUSTER, cluster)
        .build();
  }

  /**
   * All pods of another cluster of the mesh. Without a word on namespaces it would mean the
   * policy's own one.
   */
  public static LabelSelector podsOf(String cluster) {
    return new LabelSelectorBuilder()
        .addToMatchLabels(CLUSTER, cluster)
        .addNewMatchExpression()
        .withKey(NAMESPACE)
        .withOperator("Exists")
        .endMatchExpression()
        .build();
  }

  /** Whether what no rule allows is refused. */
  public record DefaultDeny(boolean ingress, boolean egress) {
    /** Only adds to what other policies allow, and closes nothing. */
    public static DefaultDeny none() {
      return new DefaultDeny(false, false);
    }
  }

  /** Traffic to the pods. */
  public record Ingress(
      List<LabelSelector> fromEndpoints,
      List<String> fromEntities,
      List<Cidr> fromCIDR,
      List<PortRule> toPorts) {
    /** Allows everything from pods. */
    public static Ingress from(LabelSelector pods) {
      return new Ingress(List.of(pods), List.of(), List.of(), List.of());
    }

    /** Allows nothing. */
    public static Ingress nothing() {
      return new Ingress(List.of(), List.of(), List.of(), List.of());
    }
  }

  /** Traffic from the pods. */
  public record Egress(
      List<LabelSelector> toEndpoints,
      List<String> toEntities,
      List<Cidr> toCIDR,
      List<Fqdn> toFQDNs,
      List<PortRule> toPorts) {
    /** Allows traffic to pods, at all ports when none is given. */
    public static Egress to(LabelSelector pods, PortRule... ports) {
      return new Egress(List.of(pods), List.of(), List.of(), List.of(), List.of(ports));
    }
  }

  /** A DNS name, or a pattern of names with {@code *}. */
  public record Fqdn(Optional<Hostname> matchName, Optional<String> matchPattern) {
    /** A name, which may begin with {@code *.}. */
    public static Fqdn of(Hostname hostname) {
      return hostname.name().startsWith("*")
          ? new Fqdn(Optional.empty(), Optional.of(hostname.name()))
          : new Fqdn(Optional.of(hostname), Optional.empty());
    }

    /** Every name. */
    public static Fqdn any() {
      return new Fqdn(Optional.empty(), Optional.of("*"));
    }
  }

  /** Ports, and what is looked at above them. */
  public record PortRule(List<PortProtocol> ports, Optional<L7> rules) {
    /** A port of UDP and TCP. */
    public static PortRule any(Port port, Optional<L7> rules) {
      return new PortRule(List.of(new PortProtocol(port.toString(), "ANY")), rules);
    }

    /** TCP ports. */
    public static PortRule tcp(List<Port> ports) {
      return of(ports, "TCP");
    }

    /** UDP ports. */
    public static PortRule udp(List<Port> ports) {
      return of(ports, "UDP");
    }

    private static PortRule of(List<Port> ports, String protocol) {
      return new PortRule(
          ports.stream().map(port -> new PortProtocol(port.toString(), protocol)).toList(),
          Optional.empty());
    }
  }

  /** A port as a text, which is how Cilium spells it, and TCP, UDP or ANY. */
  public record PortProtocol(String port, String protocol) {}

  /** What is allowed within a connection: requests, or names that are asked for. */
  public record L7(List<Http> http, List<Fqdn> dns) {}

  /** A request: method and path are regular expressions. */
  public record Http(Optional<String> method, String path) {}
}

package io.github.homelab4j.networking;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cilium.PolicySpec;
import io.github.homelab4j.crd.cilium.PolicySpec.L7;
import io.github.homelab4j.crd.cilium.PolicySpec.PortRule;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.unit.Port;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Traffic that a network policy allows: {@code Allow.with(Peer.gateways()).at(harbor.web())},
 * {@code Allow.with(Peer.kubernetesApi()).ports(9443)}.
 *
 * @param peer the other side
 * @param service the Service whose pods and port it is about; all pods of the namespace when there
 *     is none
 * @param ports TCP ports; all ports when neither TCP nor UDP ports are given
 * @param datagrams UDP ports
 * @param requests HTTP requests that are allowed; all when there are none
 */
public record Allow(
    Peer peer,
    Optional<ServiceRef> service,
    List<Port> ports,
    List<Port> datagrams,
    List<PolicySpec.Http> requests) {
  /** Keeps its own copies. */
  public Allow {
    ports = List.copyOf(ports);
    datagrams = List.copyOf(datagrams);
    requests = List.copyOf(requests);
    if (!requests.isEmpty() && ports.isEmpty()) {
      throw new InvalidPropsException(
          "requests are allowed without a port to look at: name the service or the port first");
    }
  }

  /** Everything from or to a peer. */
  public static Allow with(Peer peer) {
    return new Allow(peer, Optional.empty(), List.of(), List.of(), List.of());
  }

  /** Only the pods and the port of a Service of the namespace. */
  public Allow at(ServiceRef service) {
    return new Allow(
        peer, Optional.of(service), List.of(service.targetPort()), List.of(), requests);
  }

  /** Only these TCP ports, and UDP ports that were given. */
  public Allow ports(int... numbers) {
    return new Allow(peer, service, listed(numbers), datagrams, requests);
  }

  /** Only these UDP ports, and TCP ports that were given. */
  public Allow datagrams(int... numbers) {
    return new Allow(peer, service, ports, listed(numbers), requests);
  }

  private static List<Port> listed(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Port::of).toList();
  }

  /** Only HTTP requests with this method and a path that matches the regular expression. */
  public Allow request(String method, String path) {
    var more = new ArrayList<>(requests);
    more.add(new PolicySpec.Http(Optional.of(method), path));
    return new Allow(peer, service, ports, datagrams, more);
  }

  PolicySpec.Ingress ingress() {
    return new PolicySpec.Ingress(endpoints(), entities(), networks(), portRules());
  }

  PolicySpec.Egress egress() {
    var names =
        peer instanceof Peer.Hosts hosts
            ? hosts.names().stream().map(PolicySpec.Fqdn::of).toList()
            : List.<PolicySpec.Fqdn>of();
    return new PolicySpec.Egress(endpoints(), entities(), networks(), names, portRules());
  }

  private List<LabelSelector> endpoints() {
    if (peer instanceof Peer.Pods pods) {
      return List.of(pods.selector());
    }
    return peer instanceof Peer.Behind behind ? List.of(behind.selector()) : List.of();
  }

  private List<String> entities() {
    return peer instanceof Peer.Entity entity ? List.of(entity.name()) : List.of();
  }

  private List<Cidr> networks() {
    return peer instanceof Peer.Network network ? List.of(network.network()) : List.of();
  }

  private List<PortRule> portRules() {
    var rules = new ArrayList<PortRule>();
    if (!ports.isEmpty()) {
      var above =
          requests.isEmpty() ? Optional.<L7>empty() : Optional.of(new L7(requests, List.of()));
      rules.add(new PortRule(PortRule.tcp(ports).ports(), above));
    }
    if (!datagrams.isEmpty()) {
      rules.add(PortRule.udp(datagrams));
    }
    return rules;
  }
}

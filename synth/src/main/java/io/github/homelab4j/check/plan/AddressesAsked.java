package io.github.homelab4j.check.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The addresses that Services, Gateways and releases ask for, and the ports that they open. */
final class AddressesAsked {
  /** Annotations that ask. */
  static final Set<String> ASKS = Set.of("lbipam.cilium.io/ips", "io.cilium/lb-ipam-ips");

  /** Kinds that may ask. */
  static final List<String> KINDS = List.of("Gateway", "HelmRelease", "Service");

  private AddressesAsked() {}

  /** Who asks for an address, in all clusters. */
  static Stream<Subject> by(HomelabView homelab, String address) {
    return homelab.clusters().stream()
        .flatMap(cluster -> KINDS.stream().flatMap(kind -> cluster.objects(kind).stream()))
        .filter(subject -> of(subject).contains(address));
  }

  /** What an object asks for. */
  static Set<String> of(Subject subject) {
    var asked =
        new TreeSet<String>(subject.emitted().at("/spec/addresses").findValuesAsText("value"));
    Texts.of(subject.emitted().tree())
        .forEach(
            (way, text) -> {
              if (ASKS.contains(way.last())) {
                Stream.of(text.split(",")).map(String::trim).forEach(asked::add);
              }
            });
    return asked;
  }

  /** Whether an object that has an address answers there; a release by what its chart creates. */
  static boolean answers(Subject subject, Port port) {
    return switch (subject.emitted().kind()) {
      case "Service" -> has(subject.emitted().at("/spec/ports"), port);
      case "Gateway" -> has(subject.emitted().at("/spec/listeners"), port);
      default ->
          subject
              .unit()
              .flatMap(unit -> unit.component())
              .map(Component::facts)
              .orElse(List.of())
              .stream()
              .filter(fact -> fact.kind().equals("Service"))
              .flatMap(fact -> fact.ports().stream())
              .anyMatch(each -> each.number().equals(port));
    };
  }

  private static boolean has(JsonNode ports, Port port) {
    return StreamSupport.stream(ports.spliterator(), false)
        .anyMatch(each -> each.path("port").asInt() == port.number());
  }
}

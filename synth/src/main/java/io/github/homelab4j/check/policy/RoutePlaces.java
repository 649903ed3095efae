package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.List;

/** What a route takes, as a text by which two that take the same are found. */
final class RoutePlaces {
  private static final String PREFIX = "PathPrefix";

  private RoutePlaces() {}

  // The same host may be served by an inner and an outer Gateway.
  static List<String> ofRoute(Emitted route) {
    var places = new ArrayList<String>();
    for (var parent : route.at("/spec/parentRefs")) {
      var gateway =
          "%s/%s %s"
              .formatted(
                  parent.path("namespace").asText(route.namespace()),
                  parent.path("name").asText(),
                  parent.path("sectionName").asText("*"));
      for (var host : route.at("/spec/hostnames")) {
        for (var rule : route.at("/spec/rules")) {
          matches(rule)
              .forEach(
                  match ->
                      places.add("%s%s at %s".formatted(host.asText(), match, gateway.trim())));
        }
      }
    }
    return places;
  }

  private static List<String> matches(JsonNode rule) {
    var matches = new ArrayList<String>();
    for (var match : rule.path("matches")) {
      var conditions = match.deepCopy();
      ((com.fasterxml.jackson.databind.node.ObjectNode) conditions).remove("path");
      var path = match.at("/path/value").asText("/");
      var type = match.at("/path/type").asText(PREFIX);
      matches.add(
          path
              + (type.equals(PREFIX) ? "" : " (" + type + ")")
              + (conditions.isEmpty() ? "" : " " + conditions));
    }
    return matches.isEmpty() ? List.of("/") : matches;
  }

  static List<String> ofIngress(Emitted ingress) {
    var places = new ArrayList<String>();
    for (var rule : ingress.at("/spec/rules")) {
      for (var path : rule.at("/http/paths")) {
        places.add(
            "%s%s of class %s"
                .formatted(
                    rule.path("host").asText("*"),
                    path.path("path").asText("/"),
                    ingress.at("/spec/ingressClassName").asText("default")));
      }
    }
    return places;
  }

  static List<String> ofService(Emitted service) {
    var hosts =
        service
            .at("/metadata/annotations")
            .path("external-dns.alpha.kubernetes.io/hostname")
            .asText("");
    return hosts.isEmpty() ? List.of() : List.of(hosts.split("\\s*,\\s*"));
  }
}

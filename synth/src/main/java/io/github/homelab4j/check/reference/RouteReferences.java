package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.graph.Emitted;

/** What Gateways, routes and Ingresses name: listeners, backends, certificates, classes. */
final class RouteReferences {
  private static final String SERVICE = "Service";

  private RouteReferences() {}

  /** Takes what the object names. */
  static void find(Emitted object, Needs out) {
    switch (object.kind()) {
      case "Gateway" -> gateway(object, out);
      case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute" -> route(object, out);
      case "Ingress" -> ingress(object, out);
      default -> {
        // Names no backend.
      }
    }
  }

  private static void gateway(Emitted gateway, Needs out) {
    out.add(
        "spec.gatewayClassName", "GatewayClass", "", gateway.at("/spec/gatewayClassName").asText());
    for (var listener : gateway.at("/spec/listeners")) {
      for (var certificate : listener.at("/tls/certificateRefs")) {
        var namespace = certificate.path("namespace").asText(gateway.namespace());
        for (var key : new String[] {"tls.crt", "tls.key"}) {
          out.add(
              "listener " + listener.path("name").asText(),
              certificate.path("kind").asText("Secret"),
              namespace,
              certificate.path("name").asText(),
              key);
        }
      }
    }
  }

  private static void route(Emitted route, Needs out) {
    for (var parent : route.at("/spec/parentRefs")) {
      out.add(
          "spec.parentRefs",
          parent.path("kind").asText("Gateway"),
          parent.path("namespace").asText(route.namespace()),
          parent.path("name").asText(),
          parent.path("sectionName").asText());
    }
    for (var rule : route.at("/spec/rules")) {
      rule.path("backendRefs").forEach(backend -> backend(route, backend, out));
      for (var filter : rule.path("filters")) {
        if (filter.has("requestMirror")) {
          backend(route, filter.at("/requestMirror/backendRef"), out);
        }
      }
    }
  }

  private static void backend(Emitted route, JsonNode backend, Needs out) {
    out.add(
        "spec.rules.backendRefs",
        backend.path("kind").asText(SERVICE),
        backend.path("namespace").asText(route.namespace()),
        backend.path("name").asText(),
        backend.path("port").asText());
  }

  private static void ingress(Emitted ingress, Needs out) {
    out.add(
        "spec.ingressClassName", "IngressClass", "", ingress.at("/spec/ingressClassName").asText());
    for (var backend : ingress.tree().findValues("backend")) {
      var service = backend.path("service");
      out.add(
          "spec.rules.backend",
          SERVICE,
          ingress.namespace(),
          service.path("name").asText(),
          service.at("/port/name").asText(service.at("/port/number").asText()));
    }
  }
}

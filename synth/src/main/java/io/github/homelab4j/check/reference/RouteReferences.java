package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.IngressShim;
import io.github.homelab4j.graph.Emitted;
import java.util.List;

/** What Gateways, routes and Ingresses name: listeners, backends, certificates, classes. */
final class RouteReferences {
  private static final String SERVICE = "Service";
  private static final List<String> PAIR = List.of("tls.crt", "tls.key");

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
        for (var key : PAIR) {
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
      service(ingress, "spec.rules.backend", backend, out);
    }
    service(ingress, "spec.defaultBackend", ingress.at("/spec/defaultBackend"), out);
    var index = 0;
    for (var secret : IngressShim.secrets(ingress)) {
      var at = "spec.tls[%s].secretName".formatted(index++);
      PAIR.forEach(key -> out.add(at, "Secret", ingress.namespace(), secret, key));
    }
    issuer(ingress, IngressShim.CLUSTER_ISSUER, "ClusterIssuer", "", out);
    issuer(ingress, IngressShim.ISSUER, "Issuer", ingress.namespace(), out);
  }

  private static void service(Emitted ingress, String at, JsonNode backend, Needs out) {
    var service = backend.path("service");
    out.add(
        at,
        SERVICE,
        ingress.namespace(),
        service.path("name").asText(),
        service.at("/port/name").asText(service.at("/port/number").asText()));
  }

  // Of another group, an issuer is a kind of somebody else's.
  private static void issuer(
      Emitted ingress, String annotation, String kind, String namespace, Needs out) {
    var group = IngressShim.annotation(ingress, IngressShim.ISSUER + "-group");
    if (group.isEmpty() || group.equals("cert-manager.io")) {
      var named = IngressShim.annotation(ingress, annotation);
      out.add("annotation " + annotation, kind, namespace, named);
    }
  }
}

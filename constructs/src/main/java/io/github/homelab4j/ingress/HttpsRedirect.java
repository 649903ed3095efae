package io.github.homelab4j.ingress;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.Hostname;

/** Sends whoever comes by plain HTTP to the same address by HTTPS. */
final class HttpsRedirect {
  private static final int MOVED_PERMANENTLY = 301;

  private HttpsRedirect() {}

  static HTTPRoute of(
      String name, String namespace, Hostname hostname, String gateway, String listener) {
    return new HTTPRouteBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .addNewParentRef()
        .withName(gateway)
        .withNamespace(namespace)
        .withSectionName(listener)
        .endParentRef()
        .withHostnames(hostname.name())
        .addNewRule()
        .addNewFilter()
        .withType("RequestRedirect")
        .withNewRequestRedirect()
        .withScheme("https")
        .withStatusCode(MOVED_PERMANENTLY)
        .endRequestRedirect()
        .endFilter()
        .endRule()
        .endSpec()
        .build();
  }
}

package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatchBuilder;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.unit.Hostname;
import java.util.List;

/** Routes from a Gateway's listener to Services. */
public final class Routes {
  private Routes() {}

  /**
   * For routes that a chart makes: the listener serves the host name.
   *
   * @throws InvalidPropsException when it does not
   */
  public static void check(Hostname hostname, ListenerRef listener) {
    if (!listener.hostname().covers(hostname)) {
      throw new InvalidPropsException(
          "%s serves %s, which does not cover %s: take a name of one label below it"
              .formatted(listener.describe(), listener.hostname(), hostname));
    }
  }

  /**
   * Everything under a host name to one Service of the route's own namespace.
   *
   * @throws InvalidPropsException when the listener does not serve the host name
   */
  public static HTTPRoute http(
      String name, String namespace, Hostname hostname, ListenerRef listener, ServiceRef backend) {
    return http(name, namespace, hostname, listener, backend, List.of());
  }

  /**
   * What begins with one of these paths, or everything when there are none, under a host name to
   * one Service of the route's own namespace.
   *
   * @throws InvalidPropsException when the listener does not serve the host name
   */
  public static HTTPRoute http(
      String name,
      String namespace,
      Hostname hostname,
      ListenerRef listener,
      ServiceRef backend,
      List<String> paths) {
    check(hostname, listener);
    return new HTTPRouteBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .addNewParentRef()
        .withName(listener.gateway())
        .withNamespace(listener.namespace())
        .withSectionName(listener.section())
        .endParentRef()
        .withHostnames(hostname.name())
        .addNewRule()
        .withMatches(paths.stream().map(Routes::below).toList())
        .addNewBackendRef()
        .withName(backend.name())
        .withPort(backend.port().number())
        .endBackendRef()
        .endRule()
        .endSpec()
        .build();
  }

  private static HTTPRouteMatch below(String path) {
    return new HTTPRouteMatchBuilder().withNewPath("PathPrefix", path).build();
  }
}

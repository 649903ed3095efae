package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatchBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.github.homelab4j.core.EntryRef;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Map;

/** Routes from where HTTPS enters a cluster to Services. */
public final class Routes {
  // cert-manager makes the certificate of an Ingress that says so.
  // https://cert-manager.io/docs/usage/ingress/
  private static final String ISSUER = "cert-manager.io/cluster-issuer";

  private Routes() {}

  /**
   * For routes that a chart makes: the host name is served there.
   *
   * @throws InvalidPropsException when it is not
   */
  public static void check(Hostname hostname, EntryRef entry) {
    if (!entry.serves(hostname) && entry instanceof ListenerRef listener) {
      throw new InvalidPropsException(
          "%s serves %s, which does not cover %s: take a name of one label below it"
              .formatted(listener.describe(), listener.hostname(), hostname));
    }
  }

  /**
   * Everything under a host name to one Service of the route's own namespace.
   *
   * @throws InvalidPropsException when the host name is not served there
   */
  public static HasMetadata http(
      String name, String namespace, Hostname hostname, EntryRef entry, ServiceRef backend) {
    return http(name, namespace, hostname, entry, backend, List.of());
  }

  /**
   * What begins with one of these paths, or everything when there are none, under a host name to
   * one Service of the route's own namespace. The certificate of an Ingress is in Secret {@code
   * <name>-tls}.
   *
   * @throws InvalidPropsException when the host name is not served there
   */
  public static HasMetadata http(
      String name,
      String namespace,
      Hostname hostname,
      EntryRef entry,
      ServiceRef backend,
      List<String> paths) {
    check(hostname, entry);
    if (entry instanceof IngressRef ingress) {
      return ingress(name, namespace, hostname, ingress, backend, paths);
    }
    return route(name, namespace, hostname, (ListenerRef) entry, backend, paths);
  }

  private static HTTPRoute route(
      String name,
      String namespace,
      Hostname hostname,
      ListenerRef listener,
      ServiceRef backend,
      List<String> paths) {
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

  private static Ingress ingress(
      String name,
      String namespace,
      Hostname hostname,
      IngressRef ingress,
      ServiceRef backend,
      List<String> paths) {
    return new IngressBuilder()
        .withMetadata(Meta.annotated(name, namespace, Map.of(ISSUER, ingress.issuer().name())))
        .withNewSpec()
        .withIngressClassName(ingress.ingressClass())
        .addNewTl()
        .withHosts(hostname.name())
        .withSecretName(name + "-tls")
        .endTl()
        .addNewRule()
        .withHost(hostname.name())
        .withNewHttp()
        .withPaths(
            (paths.isEmpty() ? List.of("/") : paths)
                .stream().map(path -> below(path, backend)).toList())
        .endHttp()
        .endRule()
        .endSpec()
        .build();
  }

  private static HTTPIngressPath below(String path, ServiceRef backend) {
    return new HTTPIngressPathBuilder()
        .withPath(path)
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName(backend.name())
        .withNewPort()
        .withNumber(backend.port().number())
        .endPort()
        .endService()
        .endBackend()
        .build();
  }
}

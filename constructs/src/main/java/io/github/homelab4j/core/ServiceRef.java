package io.github.homelab4j.core;

import io.github.homelab4j.unit.Port;
import java.util.Map;
import java.util.TreeMap;

/**
 * A port of a Service. Used from another cluster it must be exported there ({@link
 * Cluster#export}); it then is a global service of the mesh.
 *
 * @param name the Service's name
 * @param namespace its namespace
 * @param port the Service's port
 * @param targetPort the port of the pods
 * @param selector labels of the pods behind it
 * @param provider who creates it
 * @param portName the name of the Service's port, or empty when the Service has only one: by it the
 *     mesh tells the ports of a Service apart
 */
public record ServiceRef(
    String name,
    String namespace,
    Port port,
    Port targetPort,
    Map<String, String> selector,
    Provider provider,
    String portName)
    implements Ref {
  /** Keeps the labels sorted. */
  public ServiceRef {
    selector = java.util.Collections.unmodifiableMap(new TreeMap<>(selector));
  }

  /** A Service that has only one port. */
  public ServiceRef(
      String name,
      String namespace,
      Port port,
      Port targetPort,
      Map<String, String> selector,
      Provider provider) {
    this(name, namespace, port, targetPort, selector, provider, "");
  }

  /** A Service in the component's namespace whose pods listen on the Service's own port. */
  public static ServiceRef providedBy(
      Component component, String name, int port, Map<String, String> selector) {
    return new ServiceRef(
        name,
        component.targetNamespace(),
        Port.of(port),
        Port.of(port),
        selector,
        Provider.of(component));
  }

  /** The same, where the pods listen on another port. */
  public static ServiceRef providedBy(
      Component component, String name, int port, int targetPort, Map<String, String> selector) {
    return new ServiceRef(
        name,
        component.targetNamespace(),
        Port.of(port),
        Port.of(targetPort),
        selector,
        Provider.of(component));
  }

  /**
   * The same with the name of its port, for a Service with several ports that other clusters may
   * use.
   */
  public ServiceRef named(String portName) {
    return new ServiceRef(name, namespace, port, targetPort, selector, provider, portName);
  }

  /** The name under which every namespace, and with the mesh every cluster, reaches it. */
  public String host() {
    return "%s.%s.svc.cluster.local".formatted(name, namespace);
  }

  /** Host and port. */
  public String hostPort() {
    return host() + ":" + port;
  }

  /** As {@code http://host:port}. */
  public String http() {
    return "http://" + hostPort();
  }

  @Override
  public String without() {
    return "its requests are not answered";
  }

  @Override
  public String describe() {
    return "service %s/%s:%s".formatted(namespace, name, port);
  }
}

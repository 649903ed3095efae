package io.github.homelab4j.apps;

import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ServiceRef;
import java.util.Map;

/**
 * Pods that may reach an {@link Application}.
 *
 * @param namespace their namespace
 * @param pods their labels; all pods when there are none
 */
public record AppCaller(String namespace, Map<String, String> pods) {
  /** Keeps its own copy. */
  public AppCaller {
    pods = Map.copyOf(pods);
  }

  /** All pods of a namespace. */
  public static AppCaller namespace(NamespaceRef namespace) {
    return new AppCaller(namespace.name(), Map.of());
  }

  /** The pods behind a Service; the application does not wait for them. */
  public static AppCaller behind(ServiceRef service) {
    return new AppCaller(service.namespace(), service.selector());
  }
}

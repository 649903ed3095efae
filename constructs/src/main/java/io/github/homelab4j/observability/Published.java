package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.EntryRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.unit.Hostname;
import java.util.List;

/**
 * Where a user interface is reached from outside. Several may share a host name, each below a path
 * of its own.
 *
 * @param hostname the host name; one that the entry serves
 * @param entry where it is entered
 * @param path the path, as {@code /prometheus}; empty for all of the host name
 */
public record Published(Hostname hostname, EntryRef entry, String path) {
  /** Checks the path. */
  public Published {
    if (!path.matches("(/[a-z0-9-]+)*")) {
      Invalid.setting(
          "'%s' is not a path: write it with a slash before each part and none behind, as /prometheus"
              .formatted(path));
    }
  }

  /** All of a host name. */
  public static Published at(Hostname hostname, EntryRef entry) {
    return new Published(hostname, entry, "");
  }

  /** As {@code https://host/path}. */
  public String https() {
    return hostname.https() + path;
  }

  /** The path as programs take it; a slash for the root. */
  String prefix() {
    return path.isEmpty() ? "/" : path;
  }

  HasMetadata route(Component component, ServiceRef service) {
    return Routes.http(
        component.id(),
        component.targetNamespace(),
        hostname,
        entry,
        service,
        path.isEmpty() ? List.of() : List.of(path));
  }

  String warning(String program) {
    return "%s asks nobody for a password: whoever reaches %s may use it."
        .formatted(program, https());
  }
}

package io.github.homelab4j.apps;

import io.github.homelab4j.core.EntryRef;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Optional;

/**
 * The way to an {@link Application} from outside, by HTTPS.
 *
 * @param hostname its host name; one that the entry serves
 * @param entry the listener of a Gateway, or an Ingress controller
 * @param paths what begins with one of these is its; everything when there are none
 * @param port the name of the port that it leads to; the first when there is none
 */
public record AppRoute(
    Hostname hostname, EntryRef entry, List<String> paths, Optional<String> port) {
  /** Keeps its own copy. */
  public AppRoute {
    paths = List.copyOf(paths);
  }

  /** Everything under a host name. */
  public static AppRoute of(Hostname hostname, EntryRef entry) {
    return new AppRoute(hostname, entry, List.of(), Optional.empty());
  }

  /** Only what begins with one of these paths, so that others may have the rest of the host. */
  public AppRoute below(String... prefixes) {
    return new AppRoute(hostname, entry, List.of(prefixes), port);
  }

  /** To a port by its name. */
  public AppRoute to(String name) {
    return new AppRoute(hostname, entry, paths, Optional.of(name));
  }
}

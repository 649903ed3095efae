package io.github.homelab4j.cli;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Thing;
import java.util.List;

/** What to say of a name that nothing has. */
final class Unknown {
  private Unknown() {}

  static InvalidPropsException thing(
      String name, List<Resolution> resolutions, List<Landscape> landscapes) {
    for (var resolution : resolutions) {
      for (var cluster : resolution.clusters()) {
        for (var component : cluster.switchedOff()) {
          if (component.id().equals(name) || component.path().equals(name)) {
            return new InvalidPropsException(
                "%s is switched off (%s), and nothing of it is there: switch it on first"
                    .formatted(component.path(), component.origin()));
          }
        }
      }
    }
    var nearest =
        landscapes.stream()
            .flatMap(landscape -> landscape.nearest(name).stream())
            .map(Thing::describe)
            .findFirst()
            .orElse("nothing");
    return new InvalidPropsException(
        "%s is nothing of this homelab: did you mean %s? homelab4j list shows all"
            .formatted(name, nearest));
  }
}

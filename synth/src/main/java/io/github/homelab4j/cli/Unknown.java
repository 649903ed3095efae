package io.github.homelab4j.cli;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Thing;
import java.util.List;

/** What to say of a name that nothing has. */
final class Unknown {
  private Unknown() {}

  static InvalidPropsException thing(String name, List<Landscape> landscapes) {
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

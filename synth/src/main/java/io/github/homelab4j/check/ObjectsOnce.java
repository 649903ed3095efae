package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Unit;
import java.util.HashMap;
import java.util.function.Consumer;

/**
 * An object exists once in a cluster: two Kustomizations that apply the same one undo each other's
 * work for ever.
 */
final class ObjectsOnce implements Check {
  @Override
  public void run(Resolution resolution, Consumer<Finding> report) {
    for (var cluster : resolution.clusters()) {
      var owners = new HashMap<String, Unit>();
      for (var unit : cluster.units()) {
        unit.objects()
            .forEach(
                object -> {
                  var other = owners.put(object.key(), unit);
                  if (other != null) {
                    report.accept(
                        new Finding(
                            "OBJECT_TWICE",
                            cluster.id() + "/" + unit.name(),
                            unit.origin(),
                            "%s is emitted by %s (%s) too: give one of them another name or namespace"
                                .formatted(object.describe(), other.name(), other.origin())));
                  }
                });
      }
    }
  }
}

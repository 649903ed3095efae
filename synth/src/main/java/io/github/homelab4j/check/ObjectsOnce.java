package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;

/**
 * An object exists once in a cluster: two Kustomizations that apply the same one undo each other's
 * work for ever.
 */
final class ObjectsOnce implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.OBJECT_TWICE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    for (var cluster : resolution.clusters()) {
      var owners = new HashMap<String, Unit>();
      for (var unit : cluster.units()) {
        unit.objects()
            .forEach(
                object -> {
                  var other = owners.put(object.key(), unit);
                  if (other != null) {
                    report.add(
                        new Finding(
                            FluxRule.OBJECT_TWICE,
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

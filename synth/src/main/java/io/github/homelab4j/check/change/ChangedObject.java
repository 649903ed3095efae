package io.github.homelab4j.check.change;

import io.github.homelab4j.change.Committed;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that was written before, and is another now or stands in another file.
 *
 * @param subject the object now
 * @param kustomization the Kustomization that applies it now
 * @param before how it was written before
 */
record ChangedObject(Subject subject, String kustomization, Committed before) {
  /** All of a cluster. */
  static List<ChangedObject> of(ClusterView cluster) {
    var changed = new ArrayList<ChangedObject>();
    for (var unit : cluster.model().units()) {
      for (var part : unit.parts()) {
        for (var object : part.objects()) {
          cluster
              .changes()
              .before(object.key())
              .ifPresent(
                  before ->
                      changed.add(
                          new ChangedObject(
                              Subject.of(cluster.model(), unit, object), part.name(), before)));
        }
      }
    }
    return changed;
  }
}

package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.Resolution;
import java.util.function.Consumer;

/** What Flux reconciles with the rights of one namespace stays in that namespace. */
final class TenantScope implements Check {
  @Override
  public void run(Resolution resolution, Consumer<Finding> report) {
    for (var cluster : resolution.clusters()) {
      cluster.units().stream()
          .filter(unit -> cluster.cluster().tenants().contains(unit.namespace()))
          .forEach(
              unit ->
                  unit.objects()
                      .filter(object -> !object.namespace().equals(unit.namespace()))
                      .forEach(
                          object ->
                              report.accept(
                                  new Finding(
                                      "TENANT_SCOPE",
                                      cluster.id() + "/" + unit.name(),
                                      unit.origin(),
                                      "%s is outside namespace %s, which is a tenant: move the component to another namespace, or do not make %s a tenant"
                                          .formatted(
                                              object.describe(),
                                              unit.namespace(),
                                              unit.namespace())))));
    }
  }
}

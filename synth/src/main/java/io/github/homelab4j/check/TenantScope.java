package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** What Flux reconciles with the rights of one namespace stays in that namespace. */
final class TenantScope implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.TENANT_SCOPE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    for (var cluster : resolution.clusters()) {
      cluster.units().stream()
          .filter(unit -> cluster.cluster().tenants().contains(unit.namespace()))
          .forEach(
              unit ->
                  unit.objects()
                      .filter(object -> !object.namespace().equals(unit.namespace()))
                      .forEach(
                          object ->
                              report.add(
                                  new Finding(
                                      FluxRule.TENANT_SCOPE,
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

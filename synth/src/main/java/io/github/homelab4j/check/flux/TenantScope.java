package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/**
 * What Flux reconciles with the rights of one namespace stays in that namespace, and takes its
 * sources from it.
 */
public final class TenantScope implements Check {
  private static final List<String> SOURCES =
      List.of("/spec/sourceRef", "/spec/chartRef", "/spec/chart/spec/sourceRef");

  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.TENANT_SCOPE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var subject : cluster.objects()) {
        if (cluster.model().cluster().isTenant(subject.unit().orElseThrow().namespace())) {
          judge(subject, report);
        }
      }
    }
  }

  private static void judge(Subject subject, Report report) {
    var object = subject.emitted();
    var tenant = subject.unit().orElseThrow().namespace();
    report.judge(
        FluxRule.TENANT_SCOPE,
        subject,
        object.namespace().equals(tenant),
        () ->
            "%s is outside namespace %s, which is a tenant: move the component to another namespace, or do not make %s a tenant"
                .formatted(object.describe(), tenant, tenant));
    for (var pointer : SOURCES) {
      var source = object.at(pointer).path("namespace").asText(tenant);
      report.judge(
          FluxRule.TENANT_SCOPE,
          subject,
          source.equals(tenant),
          () ->
              "%s takes its source from namespace %s, and %s is a tenant: give it a source of its own"
                  .formatted(object.describe(), source, tenant));
    }
  }
}

package io.github.homelab4j.registry;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the chart of {@link Harbor} creates. */
final class HarborFacts {
  private static final String TEMPLATES = "goharbor/harbor-helm@v1.19.1:templates/";
  private static final String SERVICE =
      "port 80, pods 8080; labels app=harbor, release, component=";
  private static final String BUDGET = "PodDisruptionBudget";

  private HarborFacts() {}

  static List<ChartFact> of(String namespace, UnaryOperator<String> part, Hostname hostname) {
    var chart = new ChartFacts(namespace, TEMPLATES);
    var core = part.apply("core");
    var portal = part.apply("portal");
    var route = "%s to %s and %s".formatted(hostname, core, portal);
    return List.of(
        chart.of("Service", core, SERVICE + "core", "core/core-svc.yaml"),
        chart.of("Service", portal, SERVICE + "portal", "portal/service.yaml"),
        chart.of("HTTPRoute", part.apply("route"), route, "gateway-apis/route.yaml"),
        chart.of(BUDGET, core, "minAvailable 1", "core/core-pdb.yaml"),
        chart.of(BUDGET, portal, "minAvailable 1", "portal/portal-pdb.yaml"));
  }
}

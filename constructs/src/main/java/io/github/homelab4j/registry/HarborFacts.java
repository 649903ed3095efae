package io.github.homelab4j.registry;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the chart of {@link Harbor} creates. */
final class HarborFacts {
  static final String TEMPLATES = "goharbor/harbor-helm@v1.19.1:templates/";
  private static final String SERVICE = "Service";

  private HarborFacts() {}

  static List<ChartFact> of(
      String namespace, String release, UnaryOperator<String> part, HarborProps props) {
    var chart = new ChartFacts(namespace, TEMPLATES);
    var core = part.apply("core");
    var portal = part.apply("portal");
    var jobs = part.apply("jobservice");
    var facts = new ArrayList<ChartFact>();
    facts.add(
        chart
            .of(SERVICE, core, "core/core-svc.yaml")
            .port("http-web", 80, 8080)
            .labelled(pods(release))
            .selects(pods(release, "core")));
    facts.add(
        chart
            .of(SERVICE, portal, "portal/service.yaml")
            .port("", 80, 8080)
            .labelled(pods(release))
            .selects(pods(release, "portal")));
    facts.add(
        chart
            .of("HTTPRoute", part.apply("route"), "gateway-apis/route.yaml")
            .detail("%s to %s and %s".formatted(props.hostname(), core, portal)));
    if (props.replicas() > 1) {
      facts.add(budget(chart, core, "core/core-pdb.yaml", pods(release, "core")));
      facts.add(budget(chart, portal, "portal/portal-pdb.yaml", pods(release, "portal")));
      facts.add(budget(chart, jobs, "jobservice/jobservice-pdb.yaml", pods(release, "jobservice")));
    }
    return facts;
  }

  static Map<String, String> pods(String release, String component) {
    return Map.of("app", "harbor", "release", release, "component", component);
  }

  private static Map<String, String> pods(String release) {
    return Map.of("app", "harbor", "release", release);
  }

  private static ChartFact budget(
      ChartFacts chart, String name, String file, Map<String, String> pods) {
    return chart.of("PodDisruptionBudget", name, file).minAvailable("1").selects(pods);
  }
}

package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.rule.About;
import io.github.homelab4j.rule.Rule;
import java.util.List;

// README {
/** At home the router forwards to the gateway alone. */
final class NoLoadBalancers implements Check {
  static final Rule RULE =
      Rule.of(
          "HOME_LOAD_BALANCER",
          About.error("no Service has an address of its own")
              .because("the router forwards to the gateway alone")
              .fix("attach a route to the gateway"));

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var service : cluster.objects("Service")) {
        var type = service.emitted().at("/spec/type").asText("ClusterIP");
        report.judge(
            RULE,
            service,
            !type.equals("LoadBalancer"),
            () ->
                "%s is of type %s: attach a route to the gateway"
                    .formatted(service.emitted().describe(), type));
      }
    }
  }
}
// }

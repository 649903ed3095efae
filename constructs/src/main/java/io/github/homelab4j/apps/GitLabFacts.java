package io.github.homelab4j.apps;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import java.util.List;
import java.util.Map;

/** What the chart of {@link GitLab} creates. */
final class GitLabFacts {
  static final String SUBCHARTS = "gitlab-org/charts/gitlab@v9.10.0:charts/";
  static final String WEB = "gitlab/charts/webservice/templates/";
  private static final String SHELL = "gitlab/charts/gitlab-shell/templates/";
  static final String SIDEKIQ = "gitlab/charts/sidekiq/templates/";
  static final String GITALY = "gitlab/charts/gitaly/templates/";
  static final String REGISTRY = "registry/templates/";
  private static final String SERVICE = "Service";
  static final Map<String, String> WEB_PODS = Map.of("gitlab.com/webservice-name", "default");
  static final Map<String, String> SIDEKIQ_PODS = Map.of("queue-pod-name", "all-in-1");
  private static final String ROUTE = "HTTPRoute";

  private GitLabFacts() {}

  static List<ChartFact> of(String release, String namespace, GitLabProps props) {
    var charts = new ChartFacts(namespace, SUBCHARTS);
    var web = release + "-webservice-default";
    var registry = release + "-registry";
    var shell = release + "-gitlab-shell";
    return List.of(
        charts
            .of(SERVICE, web, WEB + "service.yaml")
            .port("http-webservice", 8080)
            .port("http-workhorse", 8181)
            .labelledAsPods(GitLabValues.labels("webservice", release))
            .selects(WEB_PODS),
        charts
            .of(SERVICE, registry, REGISTRY + "service.yaml")
            .port("http-registry", 5000)
            .labelledAsPods(GitLabValues.labels("registry", release)),
        charts
            .of(SERVICE, shell, SHELL + "service.yaml")
            .port("ssh", 22, 2222)
            .labelledAsPods(GitLabValues.labels("gitlab-shell", release))
            .detail("type LoadBalancer, at " + props.sshAddress().address()),
        charts
            .of(ROUTE, release + "-gitlab", WEB + "httproute.yaml")
            .detail(props.hostname() + " to " + web),
        charts
            .of(ROUTE, registry, REGISTRY + "httproute.yaml")
            .detail(props.registryHostname() + " to " + registry),
        budget(charts, web, WEB, "webservice", release).selects(WEB_PODS),
        budget(charts, shell, SHELL, "gitlab-shell", release),
        budget(charts, registry + "-v1", REGISTRY, "registry", release),
        budget(charts, release + "-gitaly", GITALY, "gitaly", release),
        budget(charts, release + "-sidekiq-all-in-1-v1", SIDEKIQ, "sidekiq", release)
            .selects(SIDEKIQ_PODS));
  }

  private static ChartFact budget(
      ChartFacts charts, String name, String folder, String app, String release) {
    return charts
        .of("PodDisruptionBudget", name, folder + "pdb.yaml")
        .maxUnavailable("1")
        .selects(GitLabValues.labels(app, release));
  }
}

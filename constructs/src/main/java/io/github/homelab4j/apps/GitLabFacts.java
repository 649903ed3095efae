package io.github.homelab4j.apps;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import java.util.List;

/** What the chart of {@link GitLab} creates. */
final class GitLabFacts {
  private static final String SUBCHARTS = "gitlab-org/charts/gitlab@v9.10.0:charts/";
  private static final String WEB = "gitlab/charts/webservice/templates/";
  private static final String SHELL = "gitlab/charts/gitlab-shell/templates/";
  private static final String REGISTRY = "registry/templates/";
  private static final String SERVICE = "Service";
  private static final String ROUTE = "HTTPRoute";

  private GitLabFacts() {}

  static List<ChartFact> of(String release, String namespace, GitLabProps props) {
    var charts = new ChartFacts(namespace, SUBCHARTS);
    var web = release + "-webservice-default";
    var registry = release + "-registry";
    var webPort = "port 8181 http-workhorse; labels app=webservice, release";
    var registryPort = "port 5000 http-registry; labels app=registry, release";
    var ssh =
        "port 22 to 2222 at %s; labels app=gitlab-shell, release"
            .formatted(props.sshAddress().address());
    var pages = props.hostname() + " to " + web;
    var images = props.registryHostname() + " to " + registry;
    return List.of(
        charts.of(SERVICE, web, webPort, WEB + "service.yaml"),
        charts.of(SERVICE, registry, registryPort, REGISTRY + "service.yaml"),
        charts.of(SERVICE, release + "-gitlab-shell", ssh, SHELL + "service.yaml"),
        charts.of(ROUTE, release + "-gitlab", pages, WEB + "httproute.yaml"),
        charts.of(ROUTE, registry, images, REGISTRY + "httproute.yaml"),
        charts.of("PodDisruptionBudget", web, "maxUnavailable 1", WEB + "pdb.yaml"));
  }
}

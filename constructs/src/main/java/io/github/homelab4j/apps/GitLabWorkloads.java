package io.github.homelab4j.apps;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartWorkload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the chart of {@link GitLab} runs. Charts keep copies apart by a preference alone, unless
 * they are told to spread them.
 */
final class GitLabWorkloads {
  private static final String POD =
      "{runAsUser: 1000, fsGroup: 1000, seccompProfile: {type: RuntimeDefault}}";
  private static final String GITALY_POD = "{runAsUser: 1000, fsGroup: 1000}";
  private static final String TOOLBOX_POD =
      "{runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, seccompProfile: {type: RuntimeDefault}}";
  private static final String CONTEXT =
      "{runAsUser: 1000, allowPrivilegeEscalation: false, runAsNonRoot: true,"
          + " capabilities: {drop: [ALL]}}";
  private static final String PREPARING = "{requests: {cpu: 50m}}";

  private final String release;
  private final String namespace;

  private GitLabWorkloads(String release, String namespace) {
    this.release = release;
    this.namespace = namespace;
  }

  static List<ChartWorkload> of(String release, String namespace) {
    return new GitLabWorkloads(release, namespace).all();
  }

  private List<ChartWorkload> all() {
    var web = "gitlab.webservice.";
    var all = new ArrayList<ChartWorkload>();
    all.add(
        part("webservice", release + "-webservice-default", GitLabFacts.WEB, web)
            .replicas(web + "minReplicas", 2)
            .labelled(GitLabFacts.WEB_PODS)
            .spread(web + "topologySpreadConstraints")
            .with(preparing(CONTEXT, web, "certificates", "configure", "dependencies"))
            .with(
                container("webservice", web, "{requests: {cpu: 300m, memory: 2.5G}}")
                    .port("http-webservice", 8080)
                    .alive()
                    .ready(),
                container(
                        "gitlab-workhorse",
                        web + "workhorse.",
                        "{requests: {cpu: 100m, memory: 100M}}")
                    .port("http-workhorse", 8181)
                    .alive()
                    .ready()));
    all.add(simple("gitlab-shell", "2", "{requests: {cpu: 0, memory: 6M}}"));
    all.add(sidekiq());
    all.add(registry());
    all.add(gitaly());
    all.add(simple("gitlab-exporter", "", "{requests: {cpu: 75m, memory: 100M}}").replicas(1));
    all.add(toolbox());
    return all;
  }

  private ChartWorkload simple(String app, String replicas, String resources) {
    var values = "gitlab." + app + ".";
    var folder = "gitlab/charts/%s/templates/".formatted(app);
    var part =
        part(app, release + "-" + app, folder, values)
            .with(preparing(ChartContext.WRITING_NOT_ROOT, values, "certificates", "configure"))
            .with(container(app, values, resources).alive().ready());
    return replicas.isEmpty()
        ? part
        : part.replicas(values + "minReplicas", Integer.parseInt(replicas))
            .spread(values + "topologySpreadConstraints");
  }

  private ChartWorkload sidekiq() {
    var values = "gitlab.sidekiq.";
    return part("sidekiq", release + "-sidekiq-all-in-1-v2", GitLabFacts.SIDEKIQ, values)
        .labelled(GitLabFacts.SIDEKIQ_PODS)
        .replicas(values + "minReplicas", 1)
        .with(preparing(CONTEXT, values, "certificates", "configure", "dependencies"))
        .with(container("sidekiq", values, "{requests: {cpu: 900m, memory: 2G}}").alive().ready());
  }

  private ChartWorkload registry() {
    var values = "registry.";
    return part("registry", release + "-registry", GitLabFacts.REGISTRY, values)
        .replicas("registry.hpa.minReplicas", 2)
        .spread("registry.topologySpreadConstraints")
        .with(preparing(CONTEXT, values, "certificates", "configure"))
        .with(
            container("registry", values, "{requests: {cpu: 50m, memory: 32Mi}}")
                .port("http", 5000)
                .alive()
                .ready());
  }

  private ChartWorkload gitaly() {
    var values = "gitlab.gitaly.";
    return ChartWorkload.of(
            "StatefulSet",
            release + "-gitaly",
            namespace,
            GitLabFacts.SUBCHARTS + GitLabFacts.GITALY + "statefulset.yml")
        .labelled(GitLabValues.labels("gitaly", release))
        .replicas(1)
        .security(values + "securityContext", GITALY_POD)
        .fixed("/automountServiceAccountToken", "false")
        .with(preparing(ChartContext.WRITING_NOT_ROOT, values, "certificates", "configure"))
        .with(
            container("gitaly", values, "{requests: {cpu: 100m, memory: 200Mi}}")
                .port("grpc-gitaly", 8075)
                .alive()
                .ready());
  }

  private ChartWorkload toolbox() {
    var values = "gitlab.toolbox.";
    var folder = "gitlab/charts/toolbox/templates/";
    return workload("toolbox", release + "-toolbox", folder, values)
        .replicas(values + "replicas", 1)
        .security(values + "securityContext", TOOLBOX_POD)
        .with(preparing(CONTEXT, values, "certificates", "configure"))
        .with(container("toolbox", values, "{requests: {cpu: 50m, memory: 350M}}"));
  }

  private ChartWorkload part(String app, String name, String folder, String values) {
    return workload(app, name, folder, values).security(values + "securityContext", POD);
  }

  private ChartWorkload workload(String app, String name, String folder, String values) {
    return ChartWorkload.of(
            "Deployment", name, namespace, GitLabFacts.SUBCHARTS + folder + "deployment.yaml")
        .labelled(GitLabValues.labels(app, release))
        .priority(values + "priorityClassName", "null")
        .fixed("/automountServiceAccountToken", "false");
  }

  // They take the resources of preparing containers, and their own context.
  private static ChartContainer[] preparing(String context, String values, String... names) {
    return Arrays.stream(names)
        .map(
            name ->
                ChartContainer.first(name)
                    .resources(values + "init.resources", PREPARING)
                    .security(values + "init.containerSecurityContext", context))
        .toArray(ChartContainer[]::new);
  }

  private static ChartContainer container(String name, String values, String resources) {
    return ChartContainer.of(name)
        .resources(values + "resources", resources)
        .security(values + "containerSecurityContext", CONTEXT);
  }
}

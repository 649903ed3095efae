package io.github.homelab4j.gitops;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.kube.AppLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the chart of {@link ArgoCd} runs; by default, its parts are softly kept apart. */
final class ArgoCdWorkloads {
  private static final String REDIS_POD =
      "{runAsNonRoot: true, runAsUser: 999, seccompProfile: {type: RuntimeDefault}}";

  private final ArgoCd argo;
  private final String release;

  private ArgoCdWorkloads(ArgoCd argo, String release) {
    this.argo = argo;
    this.release = release;
  }

  static List<ChartWorkload> of(ArgoCd argo, String release, ArgoCdProps props) {
    var parts = new ArgoCdWorkloads(argo, release);
    var all = new ArrayList<ChartWorkload>();
    all.add(
        parts
            .part("StatefulSet", "application-controller", "controller.")
            .replicas("controller.replicas", 1)
            .with(container("application-controller", "controller.").ready()));
    all.add(
        parts
            .part("Deployment", "server", "server.")
            .replicas("server.replicas", 1)
            .with(container("server", "server.").port("server", 8080).alive().ready()));
    all.add(
        parts
            .part("Deployment", "repo-server", "repoServer.")
            .replicas("repoServer.replicas", 1)
            .with(
                ChartContainer.first("copyutil")
                    .resources("repoServer.resources")
                    .security("repoServer.containerSecurityContext", ChartContext.RESTRICTED),
                container("repo-server", "repoServer.").alive().ready()));
    all.add(
        parts
            .part("Deployment", "applicationset-controller", "applicationSet.")
            .replicas("applicationSet.replicas", 1)
            .with(container("applicationset-controller", "applicationSet.")));
    if (props.notifications()) {
      all.add(
          parts
              .part("Deployment", "notifications-controller", "notifications.")
              .replicas(1)
              .with(container("notifications-controller", "notifications.")));
    }
    all.add(parts.redis());
    return all;
  }

  private ChartWorkload redis() {
    return workload("Deployment", "redis", "redis/deployment.yaml", "redis.")
        .replicas(1)
        .security("redis.securityContext", REDIS_POD)
        .with(
            ChartContainer.of("redis")
                .resources("redis.resources")
                .security("redis.containerSecurityContext", ChartContext.CONFINED)
                .port("redis", 6379));
  }

  private ChartWorkload part(String kind, String name, String values) {
    var folder = "argocd-" + name.replace("applicationset-controller", "applicationset");
    var file = folder.replace("notifications-controller", "notifications");
    return workload(kind, name, file + "/" + kind.toLowerCase(Locale.ROOT) + ".yaml", values)
        .security("global.securityContext", "{}");
  }

  private ChartWorkload workload(String kind, String name, String file, String values) {
    return ChartWorkload.of(
            kind, ArgoCd.NAME + "-" + name, argo.targetNamespace(), ArgoCd.TEMPLATES + file)
        .labelled(AppLabels.of(ArgoCd.NAME + "-" + name, release))
        .spread(values + "topologySpreadConstraints")
        .priority(values + "priorityClassName", "null");
  }

  private static ChartContainer container(String name, String values) {
    return ChartContainer.of(name)
        .resources(values + "resources")
        .security(values + "containerSecurityContext", ChartContext.RESTRICTED);
  }
}

package io.github.homelab4j.bootstrap;

import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.List;

/** Phase 3: Flux pulls the repository and applies it. */
final class Takeover {
  private static final String WAIT = "kubectl --namespace=flux-system wait ";

  private Takeover() {}

  static Phase phase(HomelabPlan plan, ClusterModel cluster) {
    var git = plan.git();
    var script =
        new Script("takeover", "Phase 3: Flux takes over.")
            .after("_cluster")
            .line("kubectl apply --server-side --force-conflicts --kustomize=../flux")
            .line(
                WAIT
                    + "gitrepository.source.toolkit.fluxcd.io/flux-system --for=condition=Ready --timeout=5m")
            .line(
                WAIT
                    + "kustomization.kustomize.toolkit.fluxcd.io/flux-system kustomization.kustomize.toolkit.fluxcd.io/apps --for=condition=Ready --timeout=10m");
    return new Phase(
        "3",
        script.name(),
        "GitOps takeover",
        "The root is applied once. From then on Flux pulls branch `%s` of %s, takes over what the phases before installed, and applies the rest of `clusters/%s`."
            .formatted(git.branch(), git.url(), cluster.id()),
        List.of(),
        List.of("just verify", "flux get kustomizations --namespace flux-system"),
        List.of(
            script,
            new Script("verify", "Waits until Flux has applied everything.")
                .after("_cluster")
                .line(
                    WAIT
                        + "kustomizations.kustomize.toolkit.fluxcd.io --all --for=condition=Ready --timeout=1h")
                .line("kubectl get helmreleases.helm.toolkit.fluxcd.io --all-namespaces")));
  }
}

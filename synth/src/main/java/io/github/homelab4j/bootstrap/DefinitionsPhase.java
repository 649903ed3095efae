package io.github.homelab4j.bootstrap;

import io.github.homelab4j.check.start.Bootstrap;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Phase 1: definitions of custom resources, from the charts and repositories that Flux will use.
 */
final class DefinitionsPhase {
  private static final String ONLY = "yq 'select(.kind == \"CustomResourceDefinition\")'";
  private static final String APPLY = "kubectl apply --server-side --force-conflicts --filename=-";

  private DefinitionsPhase() {}

  static Phase phase(ClusterModel cluster, Bootstrap bootstrap) {
    var scripts = new ArrayList<Script>();
    var steps = new ArrayList<String>();
    for (var unit : bootstrap.definitions()) {
      var script =
          new Script("define-" + unit.name(), "Definitions of %s.".formatted(unit.name()))
              .after("_cluster")
              .shell();
      Release.of(unit).ifPresent(release -> chart(cluster, script, release));
      unit.component()
          .filter(UpstreamManifests.class::isInstance)
          .map(UpstreamManifests.class::cast)
          .ifPresent(upstream -> repository(script, upstream));
      scripts.add(script);
      steps.add("%s, `just %s`: %s.".formatted(unit.name(), script.name(), groups(unit)));
    }
    var names = scripts.stream().map(Script::name).toList();
    scripts.add(
        new Script("definitions", "Phase 1: definitions of custom resources.")
            .after(names)
            .line(
                "kubectl wait customresourcedefinitions --all --for=condition=Established --timeout=2m"));
    return new Phase(
        "1",
        "definitions",
        "Definitions",
        "Kinds exist before anything of them does. They come from the very charts, versions and values that Flux will install, applied on the server's side.",
        steps,
        List.of("kubectl get customresourcedefinitions"),
        scripts);
  }

  private static String groups(Unit unit) {
    return String.join(
        ", ", unit.component().map(component -> List.copyOf(component.installs())).orElseThrow());
  }

  // Some charts refuse to be rendered where definitions of others that they use are not there.
  private static void chart(ClusterModel cluster, Script script, Release release) {
    script
        .line(
            Guard.of(
                "helmrelease.helm.toolkit.fluxcd.io",
                release.unit().namespace(),
                release.unit().name()))
        .line("helm template %s \\".formatted(release.arguments()))
        .line("    %s --include-crds \\".formatted(release.options()))
        .line(
            "    --kube-version=%s --api-versions=\"$(kubectl api-versions | paste -s -d , -)\" |"
                .formatted(cluster.cluster().plan().kubernetesVersion().text()))
        .line("    %s |".formatted(ONLY))
        .line("    " + APPLY);
  }

  private static void repository(Script script, UpstreamManifests upstream) {
    var pin = upstream.source();
    script
        .line(
            Guard.of(
                "kustomization.kustomize.toolkit.fluxcd.io",
                upstream.targetNamespace(),
                upstream.id() + "-manifests"))
        .line("folder=$(mktemp -d)")
        .line("trap 'rm -rf \"$folder\"' EXIT")
        .line(
            "git -c advice.detachedHead=false clone --quiet --depth=1 --branch=%s %s \"$folder\""
                .formatted(pin.tag(), pin.url()))
        .line(
            "find \"$folder/%s\" -name '*.yaml' -exec %s {} + |".formatted(upstream.folder(), ONLY))
        .line("    " + APPLY);
  }
}

package io.github.homelab4j.cli;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.ChartPin;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.core.Versions;
import io.github.homelab4j.crd.flux.HelmRelease;
import io.github.homelab4j.crd.flux.HelmRepository;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.render.Yaml;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each run does anyway, whatever the homelab: loading classes, looking at types, compiling
 * what is used most. Done while Node.js starts, it costs nothing.
 */
final class WarmUp {
  private WarmUp() {}

  /** In small steps: who waits stops between two of them. */
  static List<Runnable> steps() {
    return List.of(
        () -> write(deployment()),
        () -> write(source()),
        () -> write(release()),
        () -> write(service()),
        WarmUp::checks,
        () -> write(settings()));
  }

  private static void write(HasMetadata object) {
    Yaml.file(object.getKind(), "", List.of(Json.tree(object)));
  }

  private static void checks() {
    try {
      MethodHandles.lookup().ensureInitialized(Checks.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ChartPin pin() {
    return Versions.defaults().chart("metrics-server");
  }

  private static HasMetadata source() {
    return HelmRepository.of(Meta.of("name", "namespace"), pin());
  }

  private static HasMetadata release() {
    return HelmRelease.of(
        Meta.of("name", "namespace"),
        pin(),
        new HelmRelease.Release(
            "name",
            Duration.ofMinutes(5),
            HelmRelease.Crds.OTHERS,
            Optional.empty(),
            Json.tree(new Values(2, "text", List.of("one"))),
            List.of(),
            List.of()));
  }

  private record Values(int replicas, String text, List<String> texts) {}

  private static HasMetadata deployment() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("name")
        .withNamespace("namespace")
        .withLabels(Map.of("app.kubernetes.io/name", "name"))
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .withMatchLabels(Map.of("app.kubernetes.io/name", "name"))
        .endSelector()
        .withNewTemplate()
        .withNewSpec()
        .addNewContainer()
        .withName("name")
        .withImage("registry.example.org/name:1.2.3")
        .addNewPort()
        .withContainerPort(8080)
        .endPort()
        .withNewReadinessProbe()
        .withNewHttpGet()
        .withPath("/ready")
        .withPort(new IntOrString("http"))
        .endHttpGet()
        .endReadinessProbe()
        .withNewResources()
        .withRequests(Map.of("memory", new Quantity("64Mi")))
        .endResources()
        .withNewSecurityContext()
        .withReadOnlyRootFilesystem(true)
        .endSecurityContext()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static HasMetadata service() {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName("name")
        .endMetadata()
        .withNewSpec()
        .addNewPort()
        .withPort(80)
        .withTargetPort(new IntOrString(8080))
        .endPort()
        .endSpec()
        .build();
  }

  private static HasMetadata settings() {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("name")
        .endMetadata()
        .withData(Map.of("settings.yaml", "a: 1\nb: \"two\"\n", "port", "8080"))
        .build();
  }
}

package org.example.fleet;

import io.github.homelab4j.core.ChartPin;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.core.Versions;
import io.github.homelab4j.crd.flux.HelmRelease;
import io.github.homelab4j.crd.flux.OCIRepository;
import io.github.homelab4j.kube.Meta;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A second release of an application. */
final class Releases {
  private static final ChartPin CHART = Versions.defaults().chart("tempo");

  private Releases() {}

  static OCIRepository source(String name, Application application) {
    return OCIRepository.of(Meta.of(name, application.targetNamespace()), CHART);
  }

  static HelmRelease release(String name, Application application, Words words) {
    return HelmRelease.of(
        Meta.of(name, application.targetNamespace()),
        CHART,
        new HelmRelease.Release(
            name,
            Duration.ofMinutes(4),
            HelmRelease.Crds.OTHERS,
            Optional.empty(),
            Json.tree(ApplicationValues.of(words, 3)),
            List.of(),
            List.of()));
  }
}

package io.github.homelab4j.kube;

import java.util.Map;

/** Labels of pods by Kubernetes' convention, which most charts and operators follow. */
public final class AppLabels {
  private static final String NAME = "app.kubernetes.io/name";
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private AppLabels() {}

  /** A program, and which one of it: for a chart, the release. */
  public static Map<String, String> of(String name, String instance) {
    return Map.of(NAME, name, INSTANCE, instance);
  }
}

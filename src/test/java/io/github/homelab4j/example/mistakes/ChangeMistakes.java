package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Mistake.inManifests;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import io.github.homelab4j.rule.ChangeRule;
import java.util.List;
import java.util.function.Supplier;

/** Mistakes in changing what runs already. */
final class ChangeMistakes {
  static final List<Mistake> ALL =
      List.of(
          inManifests(
                  ChangeRule.FIELD_IMMUTABLE,
                  "storage: 1Gi",
                  "storage: 500Mi",
                  "PersistentVolumeClaim shop/shop-cache changes spec.resources.requests.storage from 1Gi to 500Mi, which the API server refuses, and with it everything else of Kustomization shop: keep at least as much, or replace it by hand and exempt shop from FIELD_IMMUTABLE with the reason")
              .after(SoundHome::new),
          new Mistake(
                  ChangeRule.RELEASE_REPLACED,
                  "house/metrics",
                  "new MetricsServer(house, id,",
                  "Helm release kube-system/metrics-server would change its name from metrics-server to metrics, so that Flux uninstalls it with the volumes that belong to it and installs an empty one: keep it as it was, or back up what it holds and exempt metrics from RELEASE_REPLACED with the reason",
                  metrics("metrics"))
              .after(metrics("metrics-server")),
          new Mistake(
                  ChangeRule.NAMESPACE_CHANGED,
                  "house/notes",
                  "new Manifests(house, id,",
                  "ConfigMap notes would go from namespace desk to shelf, where Flux makes it anew and empty; it prunes the old one: keep the namespace, or move the data by hand and exempt notes from NAMESPACE_CHANGED with the reason",
                  notes("notes", "shelf"))
              .after(notes("notes", "desk")),
          new Mistake(
                  ChangeRule.OWNER_CHANGED,
                  "house/letters",
                  "new Manifests(house, id,",
                  "ConfigMap desk/notes would go from Kustomization notes to letters, and Flux deletes what the first no longer has unless the second was quicker: let it keep its component, or exempt letters from OWNER_CHANGED with the reason",
                  notes("letters", "desk"))
              .after(notes("notes", "desk")));

  private ChangeMistakes() {}

  static Supplier<Homelab> metrics(String id) {
    return () ->
        new SoundHome()
            .and(house -> new MetricsServer(house, id, MetricsServerProps.builder().build()));
  }

  static Supplier<Homelab> notes(String id, String namespace) {
    return () ->
        new SoundHome().and(house -> new Manifests(house, id, namespace, configMap(namespace, "")));
  }

  static String configMap(String namespace, String more) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: notes
          namespace: %s
        %s
        """
        .formatted(namespace, more);
  }
}

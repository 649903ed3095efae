package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.graph.Emitted;

/** What objects of Flux name: sources, what they wait for, values, keys and accounts. */
final class FluxReferences {
  private static final String SECRET = "Secret";

  private FluxReferences() {}

  /** Takes what the object names. */
  static void find(Emitted object, Needs out) {
    if (object.group().endsWith(".toolkit.fluxcd.io")) {
      var own = object.namespace();
      for (var other : object.at("/spec/dependsOn")) {
        add("spec.dependsOn", object.kind(), own, other, out);
      }
      switch (object.kind()) {
        case "HelmRelease" -> release(object, out);
        case "Kustomization" -> kustomization(object, out);
        default -> {
          for (var field : new String[] {"secretRef", "certSecretRef", "proxySecretRef"}) {
            add("spec." + field, SECRET, own, object.at("/spec/" + field), out);
          }
        }
      }
      out.add("spec.targetNamespace", "Namespace", "", object.at("/spec/targetNamespace").asText());
    }
  }

  private static void release(Emitted release, Needs out) {
    var own = release.namespace();
    source("spec.chartRef", release.at("/spec/chartRef"), own, out);
    source("spec.chart.spec.sourceRef", release.at("/spec/chart/spec/sourceRef"), own, out);
    for (var values : release.at("/spec/valuesFrom")) {
      if (!values.path("optional").asBoolean()) {
        out.add(
            "spec.valuesFrom",
            values.path("kind").asText(),
            own,
            values.path("name").asText(),
            values.path("valuesKey").asText("values.yaml"));
      }
    }
    account(release, out);
    add("spec.kubeConfig", SECRET, own, release.at("/spec/kubeConfig/secretRef"), out);
  }

  private static void kustomization(Emitted kustomization, Needs out) {
    var own = kustomization.namespace();
    source("spec.sourceRef", kustomization.at("/spec/sourceRef"), own, out);
    add("spec.decryption", SECRET, own, kustomization.at("/spec/decryption/secretRef"), out);
    for (var from : kustomization.at("/spec/postBuild/substituteFrom")) {
      if (!from.path("optional").asBoolean()) {
        add("spec.postBuild.substituteFrom", from.path("kind").asText(), own, from, out);
      }
    }
    account(kustomization, out);
  }

  private static void account(Emitted object, Needs out) {
    out.add(
        "spec.serviceAccountName",
        "ServiceAccount",
        object.namespace(),
        object.at("/spec/serviceAccountName").asText());
  }

  private static void source(String at, JsonNode ref, String namespace, Needs out) {
    add(at, ref.path("kind").asText(), namespace, ref, out);
  }

  private static void add(String at, String kind, String namespace, JsonNode ref, Needs out) {
    out.add(at, kind, ref.path("namespace").asText(namespace), ref.path("name").asText());
  }
}

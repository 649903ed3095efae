package io.github.homelab4j.render;

import io.github.homelab4j.graph.ApiGroups;
import java.util.Locale;

/** Where editors find the schema of a kind. */
final class Schemas {
  static final String KUSTOMIZATION = "https://json.schemastore.org/kustomization";

  private final String kubernetesVersion;

  Schemas(String kubernetesVersion) {
    this.kubernetesVersion = kubernetesVersion;
  }

  String of(String apiVersion, String kind) {
    var lower = kind.toLowerCase(Locale.ROOT);
    var slash = apiVersion.indexOf('/');
    var group = slash < 0 ? "" : apiVersion.substring(0, slash);
    var version = apiVersion.substring(slash + 1);
    if (!ApiGroups.isPartOfKubernetes(group)) {
      return "https://raw.githubusercontent.com/datreeio/CRDs-catalog/main/"
          + (group + "/" + lower + "_" + version + ".json");
    }
    var infix = group.isEmpty() ? "" : group.split("\\.")[0] + "-";
    return "https://raw.githubusercontent.com/yannh/kubernetes-json-schema/master/"
        + ("v" + kubernetesVersion + "-standalone-strict/")
        + (lower + "-" + infix + version + ".json");
  }
}

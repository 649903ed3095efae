package io.github.homelab4j.check.reference;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Way;
import io.github.homelab4j.graph.Emitted;
import java.util.Map;
import java.util.Set;

/**
 * Fields that mean the same wherever they stand: in pods, in templates of pods inside custom
 * resources, and in the values of charts.
 */
final class FieldReferences {
  private static final String SECRET = "Secret";
  private static final String CONFIG_MAP = "ConfigMap";
  // Schemas and texts of others, in which these names are no references.
  private static final Set<String> LEFT_OUT =
      Set.of("CustomResourceDefinition", CONFIG_MAP, SECRET, "PrometheusRule", "Kustomization");
  private static final String PARAMETER = "csi.storage.k8s.io/";

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          entry("secretKeyRef", keyOf(SECRET)),
          entry("secretRef", keyOf(SECRET)),
          entry("configMapKeyRef", keyOf(CONFIG_MAP)),
          entry("configMapRef", keyOf(CONFIG_MAP)),
          entry("secret", volume(SECRET, "secretName")),
          entry("configMap", volume(CONFIG_MAP, "name")),
          entry("secretName", named(SECRET)),
          entry("imagePullSecrets", listed(SECRET)),
          entry("serviceAccountName", named("ServiceAccount")),
          entry("claimName", named("PersistentVolumeClaim")),
          entry("priorityClassName", clusterWide("PriorityClass")),
          entry("runtimeClassName", clusterWide("RuntimeClass")),
          entry("storageClassName", clusterWide("StorageClass")),
          entry("storageClass", clusterWide("StorageClass")),
          entry("volumeSnapshotClassName", clusterWide("VolumeSnapshotClass")));

  private FieldReferences() {}

  /** Takes what the object names. */
  static void find(Emitted object, String namespace, Needs out) {
    if (!LEFT_OUT.contains(object.kind())) {
      var start = object.kind().equals("HelmRelease") ? object.at("/spec/values") : object.tree();
      var at = object.kind().equals("HelmRelease") ? Way.ROOT.to("spec").to("values") : Way.ROOT;
      walk(new Place(object, namespace, out), at, start);
    }
  }

  private static void walk(Place place, Way at, JsonNode node) {
    if (node.isObject()) {
      for (var field : node.properties()) {
        var name = field.getKey();
        var value = field.getValue();
        var shape = SHAPES.get(name);
        // Few fields name anything: the way to the others is not needed.
        if (shape != null) {
          shape.read(place, at.to(name).dotted(), node, value);
        } else if (mayName(name)) {
          look(place, at.to(name).dotted(), name, node, value);
        }
        if (value.isContainerNode()) {
          walk(place, at.to(name), value);
        }
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        if (node.get(i).isContainerNode()) {
          walk(place, at.to(i), node.get(i));
        }
      }
    }
  }

  private static boolean mayName(String field) {
    return field.endsWith("SecretRef")
        || field.startsWith(PARAMETER)
        || field.startsWith("existing");
  }

  private static void look(Place place, String at, String field, JsonNode parent, JsonNode value) {
    if (field.endsWith("SecretRef") && value.isObject()) {
      if (!isMade(place, field)) {
        keyOf(SECRET).read(place, at, parent, value);
      }
    } else if (field.startsWith(PARAMETER) && field.endsWith("-secret-name")) {
      var namespace = parent.path(field.replace("-secret-name", "-secret-namespace")).asText();
      place.out.add(at, SECRET, namespace, value.asText());
    } else if (field.startsWith("existing") && field.contains(SECRET) && value.isTextual()) {
      existing(place, at, field, parent, value.asText());
    }
  }

  // As charts call it: existingSecret, existingSecretPassword, and the key beside it.
  private static void existing(Place place, String at, String field, JsonNode parent, String name) {
    var isKey =
        field.endsWith("Key") && parent.has(field.substring(0, field.length() - "Key".length()));
    if (!isKey) {
      var key = parent.path(field + "Key").asText(parent.at("/secretKeys/" + field).asText());
      place.out.add(at, SECRET, place.namespace, name, key);
    }
  }

  // An issuer keeps the key of its account in a Secret that it makes.
  private static boolean isMade(Place place, String field) {
    return field.equals("privateKeySecretRef") && place.object.kind().endsWith("Issuer");
  }

  private static Shape keyOf(String kind) {
    return (place, at, parent, value) -> place.out.addKey(at, kind, place.namespace, value);
  }

  // cert-manager makes the Secret that a Certificate names.
  private static Shape named(String kind) {
    return (place, at, parent, value) -> {
      if (value.isTextual()
          && !parent.path("optional").asBoolean()
          && !place.object.kind().equals("Certificate")) {
        place.out.add(at, kind, place.namespace, value.textValue());
      }
    };
  }

  // A hyphen means no class in many charts.
  private static Shape clusterWide(String kind) {
    return (place, at, parent, value) -> {
      if (value.isTextual() && !value.textValue().equals("-")) {
        place.out.add(at, kind, "", value.textValue());
      }
    };
  }

  private static Shape listed(String kind) {
    return (place, at, parent, value) ->
        value.forEach(
            item ->
                place.out.add(
                    at,
                    kind,
                    place.namespace,
                    item.isTextual() ? item.textValue() : item.path("name").asText()));
  }

  // A volume of a pod, or a part of a projected one; its items are keys. A volume names its Secret
  // in a field of its own, which is looked at by itself.
  private static Shape volume(String kind, String field) {
    return (place, at, parent, value) -> {
      var isPart = at.contains(".sources[") || parent.path("name").isTextual();
      if (value.isObject() && isPart && !value.path("optional").asBoolean()) {
        var own = value.has(field) ? field : "name";
        var name = value.path(own).asText();
        if (own.equals("name")) {
          place.out.add(at, kind, place.namespace, name);
        }
        for (var item : value.path("items")) {
          place.out.add(at, kind, place.namespace, name, item.path("key").asText());
        }
      } else if (value.isTextual() && kind.equals(SECRET) && parent.path("key").isTextual()) {
        // As GitLab's charts name a key.
        place.out.add(at, kind, place.namespace, value.textValue(), parent.path("key").asText());
      }
    };
  }

  private record Place(Emitted object, String namespace, Needs out) {}

  /** How a field names something. */
  private interface Shape {
    void read(Place place, String at, JsonNode parent, JsonNode value);
  }
}

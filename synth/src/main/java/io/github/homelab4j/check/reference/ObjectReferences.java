package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.graph.Emitted;

/** What objects of Kubernetes, cert-manager and External Secrets name in fields of their own. */
final class ObjectReferences {
  private static final String SERVICE = "Service";

  private ObjectReferences() {}

  /** Takes what the object names. */
  static void find(Emitted object, Needs out) {
    var own = object.namespace();
    switch (object.kind()) {
      case "RoleBinding", "ClusterRoleBinding" -> binding(object, out);
      case "StatefulSet" ->
          out.add("spec.serviceName", SERVICE, own, object.at("/spec/serviceName").asText());
      case "HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler" ->
          scaled(object, out);
      case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" ->
          object
              .at("/webhooks")
              .forEach(webhook -> service("webhooks", webhook.at("/clientConfig/service"), out));
      case "APIService" -> service("spec.service", object.at("/spec/service"), out);
      case "CustomResourceDefinition" ->
          service(
              "spec.conversion", object.at("/spec/conversion/webhook/clientConfig/service"), out);
      case "Certificate" -> {
        var issuer = object.at("/spec/issuerRef");
        var kind = issuer.path("kind").asText("Issuer");
        out.add("spec.issuerRef", kind, kind.startsWith("Cluster") ? "" : own, name(issuer));
      }
      case "ExternalSecret", "PushSecret" -> stores(object, out);
      case "VolumeSnapshot" ->
          out.add(
              "spec.source",
              "PersistentVolumeClaim",
              own,
              object.at("/spec/source/persistentVolumeClaimName").asText());
      default -> {
        // Fields that mean the same everywhere are all it has.
      }
    }
  }

  private static void binding(Emitted binding, Needs out) {
    var role = binding.at("/roleRef");
    var kind = role.path("kind").asText();
    var namespace = kind.equals("ClusterRole") ? "" : binding.namespace();
    if (!name(role).startsWith("system:")) {
      out.add("roleRef", kind, namespace, name(role));
    }
    for (var subject : binding.at("/subjects")) {
      if (subject.path("kind").asText().equals("ServiceAccount")) {
        out.add(
            "subjects",
            "ServiceAccount",
            subject.path("namespace").asText(binding.namespace()),
            name(subject));
      }
    }
  }

  private static void scaled(Emitted object, Needs out) {
    var field = object.at("/spec/targetRef").isMissingNode() ? "scaleTargetRef" : "targetRef";
    var target = object.at("/spec/" + field);
    out.add(
        "spec." + field,
        target.path("kind").asText("Deployment"),
        object.namespace(),
        name(target));
  }

  private static void service(String at, JsonNode service, Needs out) {
    out.add(
        at,
        SERVICE,
        service.path("namespace").asText(),
        name(service),
        service.isMissingNode() ? "" : service.path("port").asText("443"));
  }

  private static void stores(Emitted secret, Needs out) {
    store("spec.secretStoreRef", secret, secret.at("/spec/secretStoreRef"), out);
    secret
        .at("/spec/secretStoreRefs")
        .forEach(ref -> store("spec.secretStoreRefs", secret, ref, out));
    secret
        .tree()
        .findValues("storeRef")
        .forEach(ref -> store("spec.dataFrom.sourceRef", secret, ref, out));
  }

  private static void store(String at, Emitted secret, JsonNode ref, Needs out) {
    var kind = ref.path("kind").asText("SecretStore");
    out.add(at, kind, kind.startsWith("Cluster") ? "" : secret.namespace(), name(ref));
  }

  private static String name(JsonNode node) {
    return node.path("name").asText();
  }
}

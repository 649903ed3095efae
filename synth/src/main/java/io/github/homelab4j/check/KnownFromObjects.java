package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What an emitted object proves: itself, and what its controller makes of it without a doubt. */
final class KnownFromObjects {
  private static final List<String> TLS = List.of("ca.crt", "tls.crt", "tls.key");

  private KnownFromObjects() {}

  static List<Thing> of(Emitted object) {
    var things = new ArrayList<Thing>();
    things.add(itself(object));
    switch (object.kind()) {
      case "ExternalSecret" -> things.add(externalSecret(object));
      case "SealedSecret" ->
          things.add(secret(object, object.name()).with(names(object.at("/spec/encryptedData"))));
      case "Certificate" -> things.add(certificate(object));
      case "Ingress" -> certificates(object, things);
      case "StatefulSet" -> claims(object, things);
      default -> {
        // Nothing else comes of it.
      }
    }
    return things;
  }

  private static Thing itself(Emitted object) {
    var thing = Thing.of(object.kind(), object.namespace(), object.name(), Proof.EMITTED);
    return switch (object.kind()) {
      case "Secret" -> thing.with(names(object.at("/data"), object.at("/stringData")));
      case "ConfigMap" -> thing.with(names(object.at("/data"), object.at("/binaryData")));
      case "Service" -> thing.with(ports(object.at("/spec/ports")));
      case "Gateway" -> thing.with(texts(object.at("/spec/listeners"), "name"));
      default -> thing;
    };
  }

  private static Thing secret(Emitted object, String name) {
    return Thing.of("Secret", object.namespace(), name, Proof.EMITTED);
  }

  // The template's keys replace those of the data unless it merges; what a whole item brings is not
  // known here.
  private static Thing externalSecret(Emitted object) {
    var secret = secret(object, object.at("/spec/target/name").asText(object.name()));
    var template = object.at("/spec/target/template");
    var keys = new TreeSet<>(names(template.path("data")));
    if (keys.isEmpty() || template.path("mergePolicy").asText().equals("Merge")) {
      keys.addAll(texts(object.at("/spec/data"), "secretKey"));
      if (!object.at("/spec/dataFrom").isMissingNode()) {
        return secret;
      }
    }
    return template.has("templateFrom") ? secret : secret.with(keys);
  }

  private static Thing certificate(Emitted object) {
    var secret = secret(object, object.at("/spec/secretName").asText());
    return object.at("/spec/keystores").isMissingNode() ? secret.with(TLS) : secret;
  }

  private static void certificates(Emitted ingress, List<Thing> things) {
    if (IngressShim.makesSecrets(ingress)) {
      IngressShim.secrets(ingress).stream()
          .filter(name -> !name.isEmpty())
          .forEach(name -> things.add(secret(ingress, name).with(TLS)));
    }
  }

  private static void claims(Emitted set, List<Thing> things) {
    for (var template : set.at("/spec/volumeClaimTemplates")) {
      for (int i = 0; i < set.at("/spec/replicas").asInt(1); i++) {
        things.add(
            Thing.of(
                "PersistentVolumeClaim",
                set.namespace(),
                "%s-%s-%s".formatted(template.at("/metadata/name").asText(), set.name(), i),
                Proof.EMITTED));
      }
    }
  }

  private static Collection<String> ports(JsonNode ports) {
    var all = texts(ports, "name");
    all.addAll(texts(ports, "port"));
    return all;
  }

  private static List<String> texts(JsonNode items, String field) {
    var texts = new ArrayList<String>();
    items.forEach(item -> item.path(field).asText("").lines().forEach(texts::add));
    return texts;
  }

  private static List<String> names(JsonNode... maps) {
    var names = new ArrayList<String>();
    for (var map : maps) {
      map.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }
}

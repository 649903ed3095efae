package io.github.homelab4j.bootstrap;

import io.github.homelab4j.core.References;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.render.SopsFile;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Secret that the owner brings, because it is needed before there is a secret store.
 *
 * @param namespace its namespace
 * @param name its name
 * @param keys the keys that are read of it, as far as they are known
 * @param readers who reads it
 * @param file its encrypted file below the cluster's folder; empty when there is none
 */
record OwnerSecret(
    String namespace,
    String name,
    SortedSet<String> keys,
    SortedSet<String> readers,
    Optional<String> file) {
  private static final String FLUX = "flux-system";

  /** Those of a cluster: Flux's own key, those that components take, and those that have a file. */
  static List<OwnerSecret> of(ClusterModel cluster, List<SopsFile> files) {
    var all = new TreeMap<String, OwnerSecret>();
    var key = add(all, FLUX, "sops-age", "Flux, which decrypts the others with it");
    key.keys.add("age.agekey");
    for (var unit : cluster.units()) {
      unit.component()
          .ifPresent(
              component ->
                  References.visit(
                      component.props(),
                      (path, ref) -> {
                        if (ref instanceof SecretKeyRef secretKey && isOwners(secretKey.secret())) {
                          add(all, secretKey.secret(), unit.name()).keys.add(secretKey.key());
                        } else if (ref instanceof SecretRef secret && isOwners(secret)) {
                          add(all, secret, unit.name());
                        }
                      }));
    }
    for (var file : files) {
      var object = file.object();
      var secret = add(all, object.namespace(), object.name(), "");
      all.put(
          path(object.namespace(), object.name()),
          new OwnerSecret(
              secret.namespace,
              secret.name,
              secret.keys,
              secret.readers,
              Optional.of("apps/%s/%s".formatted(file.namespace(), file.fileName()))));
    }
    return List.copyOf(all.values());
  }

  private static boolean isOwners(SecretRef secret) {
    return secret.provider().component().isEmpty();
  }

  private static OwnerSecret add(
      SortedMap<String, OwnerSecret> all, SecretRef secret, String reader) {
    return add(all, secret.namespace(), secret.name(), reader);
  }

  private static OwnerSecret add(
      SortedMap<String, OwnerSecret> all, String namespace, String name, String reader) {
    var secret =
        all.computeIfAbsent(
            path(namespace, name),
            path ->
                new OwnerSecret(
                    namespace, name, new TreeSet<>(), new TreeSet<>(), Optional.empty()));
    if (!reader.isEmpty()) {
      secret.readers.add(reader);
    }
    return secret;
  }

  private static String path(String namespace, String name) {
    return namespace + "/" + name;
  }

  /** As {@code kube-system/cilium-ca}. */
  String path() {
    return path(namespace, name);
  }

  /** Where the owner puts it, from the top of the repository. */
  String source(String cluster) {
    return "secrets/%s/%s.sops.yaml".formatted(cluster, name);
  }
}

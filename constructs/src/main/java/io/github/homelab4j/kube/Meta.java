package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** Short forms of metadata. */
public final class Meta {
  private Meta() {}

  /** A namespaced object. */
  public static ObjectMeta of(String name, String namespace) {
    return new ObjectMetaBuilder().withName(name).withNamespace(namespace).build();
  }

  /** A namespaced object with labels. */
  public static ObjectMeta labelled(String name, String namespace, Map<String, String> labels) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(labels)
        .build();
  }

  /** A namespaced object with annotations. */
  public static ObjectMeta annotated(
      String name, String namespace, Map<String, String> annotations) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(namespace)
        .withAnnotations(annotations)
        .build();
  }

  /** An object of the whole cluster. */
  public static ObjectMeta clusterScoped(String name) {
    return new ObjectMetaBuilder().withName(name).build();
  }
}

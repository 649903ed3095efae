package io.github.homelab4j.crd.externalsecrets;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Secret that External Secrets makes from items of a store.
 *
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
 */
@Group("external-secrets.io")
@Version("v1")
@Kind("ExternalSecret")
public final class ExternalSecret extends CustomResource<ExternalSecret.Spec> {
  private static final long serialVersionUID = 1L;
  private static final Duration REFRESH = Duration.ofHours(1);

  /** With its metadata and spec. */
  public ExternalSecret(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * A Secret of the same name. It outlives its ExternalSecret: a mistake in Git must not take a
   * running application's password.
   */
  public static ExternalSecret of(
      ObjectMeta meta,
      String store,
      String type,
      Map<String, String> labels,
      Map<String, String> entries,
      List<Data> data) {
    var metadata =
        labels.isEmpty()
            ? Optional.<TemplateMetadata>empty()
            : Optional.of(new TemplateMetadata(labels));
    var target =
        new Target(meta.getName(), "Owner", "Retain", new Template("v2", type, metadata, entries));
    return new ExternalSecret(
        meta, new Spec(REFRESH, new StoreRef("ClusterSecretStore", store), target, data));
  }

  /** Which Secret is made of what. */
  public record Spec(
      Duration refreshInterval, StoreRef secretStoreRef, Target target, List<Data> data) {}

  /** The store. */
  public record StoreRef(String kind, String name) {}

  /** The Secret. */
  public record Target(
      String name, String creationPolicy, String deletionPolicy, Template template) {}

  /** Its form. */
  public record Template(
      String engineVersion,
      String type,
      Optional<TemplateMetadata> metadata,
      Map<String, String> data) {}

  /** Its labels. */
  public record TemplateMetadata(Map<String, String> labels) {}

  /** A value under a name. */
  public record Data(String secretKey, RemoteRef remoteRef) {}

  /** A property of an item. */
  public record RemoteRef(String key, String property) {}
}

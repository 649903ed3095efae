package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A custom resource with a typed {@code spec}. Subclasses carry {@link Group}, {@link Version} and
 * {@link Kind}, and {@link Health} when their status has no standard conditions.
 *
 * @param <S> the type of the spec
 */
public abstract class CustomResource<S> implements HasMetadata {
  private static final long serialVersionUID = 1L;

  private String apiVersion;
  private final String kind;
  private ObjectMeta metadata;

  @SuppressWarnings("serial") // never serialized by Java
  private final S spec;

  /** With its metadata and spec. */
  protected CustomResource(ObjectMeta metadata, S spec) {
    this.apiVersion =
        getClass().getAnnotation(Group.class).value()
            + "/"
            + getClass().getAnnotation(Version.class).value();
    this.kind = getClass().getAnnotation(Kind.class).value();
    this.metadata = metadata;
    this.spec = spec;
  }

  /** The spec. */
  public final S spec() {
    return spec;
  }

  @Override
  public final String getApiVersion() {
    return apiVersion;
  }

  @Override
  public final void setApiVersion(String version) {
    this.apiVersion = version;
  }

  @Override
  public final String getKind() {
    return kind;
  }

  @Override
  public final ObjectMeta getMetadata() {
    return metadata;
  }

  @Override
  public final void setMetadata(ObjectMeta metadata) {
    this.metadata = metadata;
  }
}

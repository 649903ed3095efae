package io.github.homelab4j.example;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;

/** A custom resource. */
@Group("example.org")
@Version("v1")
@Kind("Widget")
@Health(current = "status.phase == 'Ready'")
public final class Widget extends CustomResource<Widget.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Widget(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** How large it is. */
  public record Spec(int size) {}
}

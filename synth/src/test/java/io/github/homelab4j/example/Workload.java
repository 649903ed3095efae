package io.github.homelab4j.example;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Meta;
import software.constructs.Construct;

/** Needs what its settings say, and makes widgets. */
@ComponentInfo(
    name = "workload",
    domain = Domain.APPS,
    upstream = "https://example.org",
    namespace = "apps")
public final class Workload extends Component {
  private final Settings settings;

  /** Stores its settings. */
  public Workload(Construct scope, String id, Settings settings) {
    super(scope, id, settings);
    this.settings = settings;
  }

  @Override
  protected void define(Resources out) {
    if (settings.widgets() < 0) {
      throw new InvalidPropsException(
          "widgets is %d: make at least none".formatted(settings.widgets()));
    }
    out.add(new ConfigMapBuilder().withMetadata(Meta.of(id(), targetNamespace())).build());
    for (int i = 0; i < settings.widgets(); i++) {
      out.add(new Widget(Meta.of(id() + "-" + i, targetNamespace()), new Widget.Spec(i)));
    }
  }
}

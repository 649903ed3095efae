package io.github.homelab4j.example;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Meta;
import software.constructs.Construct;

/** Emits an object under whatever name and namespace it is told. */
@ComponentInfo(
    name = "impostor",
    domain = Domain.APPS,
    upstream = "https://example.org",
    namespace = "apps")
public final class Impostor extends Component {
  private final String objectNamespace;
  private final String objectName;

  /** Stores the name. */
  public Impostor(Construct scope, String id, String objectNamespace, String objectName) {
    super(scope, id, Settings.none());
    this.objectNamespace = objectNamespace;
    this.objectName = objectName;
  }

  @Override
  protected void define(Resources out) {
    out.add(new ConfigMapBuilder().withMetadata(Meta.of(objectName, objectNamespace)).build());
  }
}

package io.github.homelab4j.example;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import java.util.List;
import software.constructs.Construct;

/** Emits what it is given. */
@ComponentInfo(
    name = "planted",
    domain = Domain.APPS,
    upstream = "https://example.org",
    namespace = "apps")
public final class Planted extends Component {
  private final List<HasMetadata> planted;

  /** With its objects. */
  public Planted(Construct scope, String id, HasMetadata... planted) {
    super(scope, id, Settings.none());
    this.planted = List.of(planted);
  }

  @Override
  protected void define(Resources out) {
    planted.forEach(out::add);
  }
}

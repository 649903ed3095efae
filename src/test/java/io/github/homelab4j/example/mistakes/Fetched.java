package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.UpstreamManifests;
import java.util.Optional;
import software.constructs.Construct;

/** What Flux fetches from another repository. */
@ComponentInfo(
    name = "gateway-api",
    domain = Domain.APPS,
    upstream = "https://example.org",
    namespace = "shop")
final class Fetched extends UpstreamManifests {
  Fetched(Construct scope) {
    super(scope, "fetched", new Nothing(Optional.empty()));
  }

  @Override
  protected String manifests() {
    return "deploy";
  }

  record Nothing(Optional<NamespaceRef> namespace) implements ComponentProps {}
}

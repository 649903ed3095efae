package io.github.homelab4j.security;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import software.constructs.Construct;

/** The kinds of {@link Spire}'s controller manager, in a chart of their own. */
@ComponentInfo(
    name = "spire-crds",
    domain = Domain.SECURITY,
    upstream = "https://artifacthub.io/packages/helm/spiffe/spire-crds",
    namespace = "spire-system",
    installs = "spire.spiffe.io")
public final class SpireCrds extends HelmComponent {
  /** Stores its settings. */
  public SpireCrds(Construct scope, String id, SpireCrdsProps props) {
    super(scope, id, props);
  }

  @Override
  protected Values values() {
    return new Values();
  }

  record Values() {}
}

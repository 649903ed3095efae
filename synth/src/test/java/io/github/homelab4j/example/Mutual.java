package io.github.homelab4j.example;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import java.util.Set;
import software.constructs.Construct;

/** Installs one group and uses another: two of them can wait for each other. */
@ComponentInfo(
    name = "mutual",
    domain = Domain.APPS,
    upstream = "https://example.org",
    namespace = "apps")
public final class Mutual extends Component {
  private final String installs;
  private final String uses;

  /** Stores the groups. */
  public Mutual(Construct scope, String id, String installs, String uses) {
    super(scope, id, Settings.none());
    this.installs = installs;
    this.uses = uses;
  }

  @Override
  public Set<String> installs() {
    return Set.of(installs);
  }

  @Override
  public Set<String> uses() {
    return Set.of(uses);
  }

  @Override
  protected void define(Resources out) {
    // Only its groups count.
  }
}

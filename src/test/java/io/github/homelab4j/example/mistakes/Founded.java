package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.plan.HostPlan;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** What a cluster rests on, each with what it needs itself. */
final class Founded {
  private Founded() {}

  /** The machines' Kubernetes. */
  @ComponentInfo(
      name = "rack",
      domain = Domain.HOSTS,
      upstream = "https://example.org",
      foundation = Foundation.KUBERNETES)
  static final class Rack extends HostComponent {
    private final HostPlan host;

    Rack(Construct scope, HostPlan host, Ref... needs) {
      super(scope, "rack", new Needs(Optional.empty(), List.of(needs)));
      this.host = host;
    }

    @Override
    public List<HostPlan> machines() {
      return List.of(host);
    }

    @Override
    protected void define(HostFiles out) {}

    record Needs(Optional<NamespaceRef> namespace, List<Ref> needs) implements HostProps {}
  }

  /** The network of pods. */
  @ComponentInfo(
      name = "wires",
      domain = Domain.NETWORKING,
      upstream = "https://example.org",
      namespace = "shop",
      foundation = Foundation.NETWORK)
  static final class Wires extends Manifests {
    Wires(Construct scope, String text, Ref... needs) {
      super(scope, "wires", "shop", text, needs);
    }
  }

  /** What applies the repository. */
  @ComponentInfo(
      name = "applier",
      domain = Domain.GITOPS,
      upstream = "https://example.org",
      namespace = "shop",
      foundation = Foundation.GITOPS)
  static final class Applier extends Manifests {
    Applier(Construct scope, String text, Ref... needs) {
      super(scope, "applier", "shop", text, needs);
    }
  }
}

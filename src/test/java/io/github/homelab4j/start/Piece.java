package io.github.homelab4j.start;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.homelab4j.core.BringUp;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/** Parts of a small homelab that the library has no constructs of. */
final class Piece {
  private Piece() {}

  /** A program on a machine. */
  @ComponentInfo(name = "program", domain = Domain.HOSTS, upstream = "https://example.org")
  static class Program extends HostComponent {
    private final List<Machine> machines;

    Program(Construct scope, String id, List<? extends Machine> machines, Ref... needs) {
      super(scope, id, new HostNeeds(List.of(needs)));
      this.machines = List.copyOf(machines);
    }

    @Override
    public List<Machine> machines() {
      return machines;
    }

    @Override
    protected void define(HostFiles out) {}
  }

  /** Kubernetes on machines. */
  @ComponentInfo(
      name = "distribution",
      domain = Domain.HOSTS,
      upstream = "https://example.org",
      foundation = Foundation.KUBERNETES)
  static final class Distribution extends Program {
    Distribution(Construct scope, String id, List<? extends Machine> machines, Ref... needs) {
      super(scope, id, machines, needs);
    }

    @Override
    public List<BringUp> bringUp() {
      return List.of(
          BringUp.of("Installs the server, then its agents.", "ansible-playbook site.yml"));
    }
  }

  /** A custom resource. */
  @ComponentInfo(
      name = "resource",
      domain = Domain.APPS,
      upstream = "https://example.org",
      namespace = "pieces")
  static class Resource extends Component {
    private final String apiVersion;
    private final String kind;

    Resource(Construct scope, String id, String apiVersion, String kind, Ref... needs) {
      super(scope, id, new Needs(Optional.empty(), List.of(needs)));
      this.apiVersion = apiVersion;
      this.kind = kind;
    }

    @Override
    protected void define(Resources out) {
      var object = new GenericKubernetesResource();
      object.setApiVersion(apiVersion);
      object.setKind(kind);
      object.setMetadata(Meta.of(id(), kind.startsWith("Cluster") ? null : targetNamespace()));
      object.setAdditionalProperties(Map.of("spec", Map.of()));
      out.add(object);
    }
  }

  /** A database that is archived elsewhere. */
  @ComponentInfo(
      name = "archived",
      domain = Domain.APPS,
      upstream = "https://example.org",
      namespace = "pieces")
  static final class Archived extends Resource {
    Archived(Construct scope, String id, Ref... needs) {
      super(scope, id, "v1", "ConfigMap", needs);
    }

    @Override
    public List<String> manualSteps() {
      return List.of("Make the bucket.");
    }

    @Override
    public Optional<Recovery> recovery() {
      return Optional.of(
          Recovery.whenItRuns("letters", "last night's dump", "Load the dump of " + id() + "."));
    }
  }

  record Needs(Optional<NamespaceRef> namespace, List<Ref> needs) implements ComponentProps {}

  record HostNeeds(List<Ref> needs) implements HostProps {}
}

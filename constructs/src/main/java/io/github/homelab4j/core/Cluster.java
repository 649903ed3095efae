package io.github.homelab4j.core;

import io.github.homelab4j.plan.ClusterPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.constructs.Construct;

/**
 * A Kubernetes cluster of a homelab: a stack. Its constructor composes components, in the order of
 * their dependencies.
 *
 * <p>What other clusters may use of it, it exports: {@link #export}.
 */
public abstract class Cluster extends Construct {
  /** The account in a tenant's namespace whose rights its Helm releases have. */
  public static final String TENANT_ACCOUNT = "flux-reconciler";

  private final ClusterPlan plan;
  private final Homelab homelab;
  private final List<Component> components = new ArrayList<>();
  private final Set<ServiceRef> exported = new LinkedHashSet<>();
  private final Set<String> tenants = new TreeSet<>();
  private final List<Component> beforeFlux = new ArrayList<>();
  private final List<Component> definitionsBeforeFlux = new ArrayList<>();
  private final List<String> recoveryNotes = new ArrayList<>();
  private final List<StartLevel> startLevels = new ArrayList<>();

  /** An empty cluster, named as its plan says. */
  protected Cluster(Construct scope, ClusterPlan plan) {
    super(scope, plan.name());
    this.plan = plan;
    this.homelab = scope instanceof Homelab lab ? lab : null;
    if (homelab != null) {
      homelab.register(this);
    }
  }

  /** Its name, and its folder below {@code clusters/}. */
  public final String id() {
    return plan.name();
  }

  /** Its part of the plan. */
  public final ClusterPlan plan() {
    return plan;
  }

  /** The homelab that it is a part of; none when it stands in a plain cdk8s {@code App}. */
  public final Optional<Homelab> homelab() {
    return Optional.ofNullable(homelab);
  }

  /** Its components, in the order in which the stack made them. */
  public final List<Component> components() {
    return Collections.unmodifiableList(components);
  }

  /** Services that other clusters may use. */
  public final Set<ServiceRef> exported() {
    return Collections.unmodifiableSet(exported);
  }

  /** Whether other clusters may use the service. */
  public final boolean isExported(ServiceRef service) {
    return exported.contains(service);
  }

  /** Namespaces whose Kustomizations run with the rights of the namespace only. */
  public final Set<String> tenants() {
    return Collections.unmodifiableSet(tenants);
  }

  /** Whether what runs in the namespace is reconciled with the rights of the namespace only. */
  public final boolean isTenant(String namespace) {
    return tenants.contains(namespace);
  }

  /**
   * Lets other clusters use references of this one. Every Service among them becomes a global
   * service of the mesh.
   *
   * @param exports a record of references
   * @return the same record
   */
  protected final <T extends Record> T export(T exports) {
    References.visit(
        exports,
        (path, ref) -> {
          if (ref instanceof ServiceRef service) {
            exported.add(service);
          }
        });
    return exports;
  }

  /**
   * Lets Flux reconcile namespaces under a service account that has rights in that namespace only:
   * for applications, which need no rights of the whole cluster.
   */
  protected final void tenant(NamespaceRef... namespaces) {
    for (var each : namespaces) {
      tenants.add(each.name());
    }
  }

  /**
   * Lets bootstrap install components before Flux runs, beside those that Flux needs: these are
   * found by themselves.
   */
  public final void installBeforeFlux(Component... more) {
    beforeFlux.addAll(List.of(more));
  }

  /**
   * Lets bootstrap install the definitions that components bring before Flux runs, beside those
   * that are needed by then.
   */
  public final void defineBeforeFlux(Component... more) {
    definitionsBeforeFlux.addAll(List.of(more));
  }

  /** What bootstrap installs before Flux runs, as far as the stack says so. */
  public final List<Component> beforeFlux() {
    return Collections.unmodifiableList(beforeFlux);
  }

  /** Whose definitions bootstrap installs before Flux runs, as far as the stack says so. */
  public final List<Component> definitionsBeforeFlux() {
    return Collections.unmodifiableList(definitionsBeforeFlux);
  }

  /**
   * Adds a level to the order in which the cluster starts, after those before it. No component may
   * need one of a later level; what is in no level is put into the first that it can start in.
   */
  protected final void startLevel(String name, String title, Component... members) {
    startLevels.add(new StartLevel(name, title, List.of(members)));
  }

  /** Adds a sentence on recovery that no component knows, as what is off and would help. */
  protected final void recoveryNote(String sentence) {
    recoveryNotes.add(sentence);
  }

  /** What the stack itself says of recovery. */
  public final List<String> recoveryNotes() {
    return Collections.unmodifiableList(recoveryNotes);
  }

  /** The levels of its startup, in order; none when its documents know of none. */
  public final List<StartLevel> startLevels() {
    return Collections.unmodifiableList(startLevels);
  }

  final Versions versions() {
    return homelab == null ? Versions.defaults() : homelab.versions();
  }

  final void register(Component component) {
    components.add(component);
  }

  static Cluster of(Construct scope) {
    if (scope instanceof Cluster cluster) {
      return cluster;
    }
    // Only for components inside a user's own construct: each step up is a call into jsii.
    return scope.getNode().getScopes().stream()
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .findFirst()
        .orElse(null);
  }
}

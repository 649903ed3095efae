package io.github.homelab4j.check;

import io.github.homelab4j.change.Changes;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A cluster as checks look at it: its objects and pods, looked through once for all of them,
 * whoever of those that run at the same time is the first to ask.
 */
public final class ClusterView {
  private final ClusterModel model;
  private volatile Changes changes = Changes.none();
  private final List<Subject> objects = new ArrayList<>();
  private final List<Subject> files = new ArrayList<>();
  private final Map<String, List<Subject>> byKind = new HashMap<>();
  private final Map<String, Subject> byName = new HashMap<>();
  private final List<Emitted> secrets;
  private final Map<String, Subject> byKey = new HashMap<>();
  private List<Workload> workloads;
  private Known known;

  private ClusterView(ClusterModel model, List<Emitted> secrets) {
    this.model = model;
    this.secrets = secrets;
    for (var unit : model.units()) {
      unit.objects().forEach(object -> add(Subject.of(model, unit, object)));
    }
    for (var unit : model.hosts()) {
      unit.objects().forEach(file -> files.add(Subject.of(model, unit, file)));
    }
  }

  /** A view of a cluster. */
  public static ClusterView of(ClusterModel model) {
    return of(model, List.of());
  }

  /** A view of a cluster with Secrets that its owner encrypted. */
  static ClusterView of(ClusterModel model, List<Emitted> secrets) {
    return new ClusterView(model, secrets);
  }

  private void add(Subject subject) {
    var object = subject.emitted();
    objects.add(subject);
    byKind.computeIfAbsent(object.kind(), key -> new ArrayList<>()).add(subject);
    byName.putIfAbsent(key(object.kind(), object.namespace(), object.name()), subject);
    byKey.putIfAbsent(object.key(), subject);
  }

  /** Its name. */
  public String id() {
    return model.id();
  }

  /** Says what would change; what was looked through stays so. */
  void compared(Changes found) {
    changes = found;
  }

  /** What it is made of. */
  public ClusterModel model() {
    return model;
  }

  /** What would change of the tree that was written before; nothing where there is none. */
  public Changes changes() {
    return changes;
  }

  /** All objects of its units, in their order. */
  public List<Subject> objects() {
    return objects;
  }

  /** Files of machines: objects of kind HostFile, whose {@code lines} are what stands in them. */
  public List<Subject> files() {
    return files;
  }

  /** Objects of a kind. */
  public List<Subject> objects(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** An object by its name; the namespace is empty for what belongs to the whole cluster. */
  public Optional<Subject> object(String kind, String namespace, String name) {
    return Optional.ofNullable(byName.get(key(kind, namespace, name)));
  }

  /** An object by what identifies it: {@code group/kind/namespace/name}. */
  public Optional<Subject> object(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Whether it has an object of that identity. */
  public boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** Everything that describes pods. */
  public synchronized List<Workload> workloads() {
    if (workloads == null) {
      workloads = List.copyOf(Workloads.of(this));
    }
    return workloads;
  }

  /** Calls back for every text, number and switch of its objects, in their order. */
  public void scalars(Consumer<Scalar> found) {
    scalars((in, key) -> true, found);
  }

  /** The same for those that are in places that are looked for. */
  public void scalars(Scalar.Places places, Consumer<Scalar> found) {
    for (var subject : objects) {
      Scalar.each(subject, places, found);
    }
  }

  /** Everything that can be named in it: emitted, created by charts, or declared to be there. */
  public synchronized Known known() {
    if (known == null) {
      known = new Known();
      KnownFromKubernetes.add(model, known);
      secrets.forEach(secret -> KnownFromObjects.of(secret).forEach(known::add));
      for (var subject : objects) {
        KnownFromObjects.of(subject.emitted()).forEach(known::add);
      }
      model.components().forEach(each -> KnownFromComponents.add(each, known));
    }
    return known;
  }

  private static String key(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }
}

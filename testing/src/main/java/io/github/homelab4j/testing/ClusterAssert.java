package io.github.homelab4j.testing;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.util.CheckReturnValue;

/** A cluster as it would be written: {@code Synthesizer.synthesize(…).cluster("home")}. */
public final class ClusterAssert extends AbstractAssert<ClusterAssert, ClusterModel> {
  ClusterAssert(ClusterModel actual) {
    super(actual, ClusterAssert.class);
  }

  /** Everything in it that describes pods. */
  @CheckReturnValue
  public WorkloadsAssert workloads() {
    isNotNull();
    var view = ClusterView.of(actual);
    return new WorkloadsAssert(view, view.workloads(), "workloads of cluster " + actual.id());
  }

  /**
   * Steps into an object; fails with a list of what there is of its kind when it is absent.
   *
   * @param namespace its namespace, or empty for what belongs to the whole cluster
   */
  public ManifestAssert resource(String kind, String namespace, String name) {
    isNotNull();
    var ofKind = actual.objects().filter(object -> object.kind().equals(kind)).toList();
    var found =
        ofKind.stream()
            .filter(object -> object.namespace().equals(namespace) && object.name().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      failWithMessage(
          "Expecting cluster %s to have %s %s, but %s",
          actual.id(),
          kind,
          namespace.isEmpty() ? name : namespace + "/" + name,
          ofKind.isEmpty()
              ? "it has none of that kind"
              : "it has "
                  + ofKind.stream()
                      .map(Emitted::describe)
                      .sorted()
                      .collect(Collectors.joining(", ")));
    }
    return new ManifestAssert(found.orElseThrow());
  }

  /** Fails when there are objects of a kind, and lists all of them. */
  public ClusterAssert hasNo(String kind) {
    isNotNull();
    var found =
        actual.objects().filter(each -> each.kind().equals(kind)).map(Emitted::describe).toList();
    if (!found.isEmpty()) {
      failWithMessage(
          "Expecting cluster %s to have no %s, but it has %s",
          actual.id(), kind, String.join(", ", found));
    }
    return this;
  }
}

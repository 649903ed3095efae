package io.github.homelab4j.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.Component;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** What a component emits. */
public final class ComponentAssert extends AbstractAssert<ComponentAssert, Component> {
  ComponentAssert(Component actual) {
    super(actual, ComponentAssert.class);
  }

  /** Steps into one of its objects; fails with a list of what there is when it is absent. */
  public ManifestAssert resource(String kind, String name) {
    isNotNull();
    var found =
        actual.objects().stream()
            .filter(
                object ->
                    object.getKind().equals(kind) && object.getMetadata().getName().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      failWithMessage(
          "Expecting %s to emit %s %s, but it emits %s", actual.id(), kind, name, listing());
    }
    return new ManifestAssert(found.orElseThrow());
  }

  /** Steps into the values of its HelmRelease. */
  public ManifestAssert values() {
    return resource("HelmRelease", actual.id()).at("/spec/values");
  }

  /** Fails when it emits an object of this kind and name. */
  public ComponentAssert emitsNo(String kind, String name) {
    isNotNull();
    if (actual.objects().stream()
        .anyMatch(
            object ->
                object.getKind().equals(kind) && object.getMetadata().getName().equals(name))) {
      failWithMessage(
          "Expecting %s not to emit %s %s, but it emits %s", actual.id(), kind, name, listing());
    }
    return this;
  }

  /** Fails when it emits an object of this kind. */
  public ComponentAssert emitsNo(String kind) {
    isNotNull();
    if (actual.objects().stream().anyMatch(object -> object.getKind().equals(kind))) {
      failWithMessage(
          "Expecting %s not to emit any %s, but it emits %s", actual.id(), kind, listing());
    }
    return this;
  }

  private String listing() {
    return actual.objects().stream()
        .map(ComponentAssert::describe)
        .collect(Collectors.joining(", "));
  }

  private static String describe(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }
}

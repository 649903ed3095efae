package io.github.homelab4j.core;

import java.util.Optional;

/**
 * An operator that acts on the custom resources of its API group: what a database or a Kafka
 * cluster takes so that it cannot be composed without its operator.
 *
 * @param name the operator
 * @param provider the component that installs it
 */
public record OperatorRef(String name, Provider provider) implements Ref {
  /** The operator that a component installs. */
  public static OperatorRef providedBy(Component component) {
    return new OperatorRef(component.id(), Provider.of(component));
  }

  /** The namespace it runs in; none when something else installed it. */
  public Optional<String> namespace() {
    return provider.component().map(Component::targetNamespace);
  }

  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String without() {
    return "nobody acts on its custom resources";
  }

  @Override
  public String describe() {
    return "operator " + name;
  }
}

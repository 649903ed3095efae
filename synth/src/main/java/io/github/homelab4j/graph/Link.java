package io.github.homelab4j.graph;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.References;
import java.util.ArrayList;
import java.util.List;

/**
 * A reference from a component to what it needs.
 *
 * @param consumer who needs it
 * @param attribute the attribute of its props, as {@code database}
 * @param ref what is needed
 * @param provider who provides it
 */
public record Link(Component consumer, String attribute, Ref ref, Component provider) {
  /** What components need of others. */
  static List<Link> of(List<Component> components) {
    var links = new ArrayList<Link>();
    for (var component : components) {
      References.visit(
          component.props(),
          (attribute, ref) ->
              ref.provider()
                  .component()
                  .filter(provider -> provider != component)
                  .ifPresent(provider -> links.add(new Link(component, attribute, ref, provider))));
    }
    return links;
  }

  /** Whether the two are in different clusters. */
  public boolean crossesClusters() {
    return consumer.cluster().orElse(null) != provider.cluster().orElse(null);
  }
}

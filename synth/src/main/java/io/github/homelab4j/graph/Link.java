package io.github.homelab4j.graph;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.References;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StoreItemRef;
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
                  .map(provider -> new Link(component, attribute, ref, provider))
                  .ifPresent(
                      link -> links.addAll(link.isBehindStore() ? link.store() : List.of(link))));
    }
    return links;
  }

  // A machine asks the store itself for its secrets, not the cluster's way to it, which is not
  // there when the machine is set up.
  private boolean isBehindStore() {
    return consumer instanceof HostComponent
        && !(provider instanceof HostComponent)
        && (ref instanceof SecretStoreRef
            || ref instanceof StoreItemRef
            || ref instanceof SecretSource);
  }

  private List<Link> store() {
    return Link.of(List.of(provider)).stream()
        .filter(link -> link.provider() instanceof HostComponent && link.provider() != consumer)
        .map(link -> new Link(consumer, attribute, link.ref(), link.provider()))
        .toList();
  }

  /** Whether the two are in different clusters. */
  public boolean crossesClusters() {
    return consumer.cluster().orElse(null) != provider.cluster().orElse(null);
  }
}

package io.github.homelab4j.database;

import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import org.immutables.value.Value;

/** Settings of {@link PluginBarmanCloud}. */
@Value.Immutable
public interface PluginBarmanCloudProps extends HelmProps {
  /** CloudNativePG, whose plugin it is. */
  OperatorRef operator();

  /** In the operator's namespace. */
  @Value.Check
  default void check() {
    var own = namespace().map(NamespaceRef::name).orElse("cnpg-system");
    operator()
        .namespace()
        .filter(theirs -> !theirs.equals(own))
        .ifPresent(
            theirs -> {
              Invalid.setting(
                  "the plugin would run in %s, but %s runs in %s and looks for plugins there only: set namespace(NamespaceRef.of(\"%s\"))"
                      .formatted(own, operator().describe(), theirs, theirs));
            });
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PluginBarmanCloudProps}. */
  final class Builder extends ImmutablePluginBarmanCloudProps.Builder {}
}

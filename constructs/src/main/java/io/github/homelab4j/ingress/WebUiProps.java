package io.github.homelab4j.ingress;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasIngress;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ServiceRef;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link WebUi}. */
@Value.Immutable
public interface WebUiProps extends ComponentProps, HasIngress {
  /** The interface, as the component that runs it provides it. */
  ServiceRef ui();

  /**
   * What whoever reaches it may do because it asks for no login, as {@code "sees who talks to
   * whom"}: the README says so. Empty when it asks for one.
   */
  Optional<String> withoutLogin();

  /**
   * The name of its route, or of its Ingress, whose certificate is then in Secret {@code
   * <name>-tls}; the component's id by default.
   */
  Optional<String> name();

  /** That of the interface. */
  @Override
  @Value.Derived
  default Optional<NamespaceRef> namespace() {
    return Optional.of(NamespaceRef.of(ui().namespace()));
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link WebUiProps}. */
  final class Builder extends ImmutableWebUiProps.Builder {}
}

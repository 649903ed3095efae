package io.github.homelab4j.core;

import java.util.Optional;

/** Settings of what runs outside Kubernetes, and so in no namespace. */
public interface HostProps extends ComponentProps {
  @Override
  default Optional<NamespaceRef> namespace() {
    return Optional.empty();
  }
}

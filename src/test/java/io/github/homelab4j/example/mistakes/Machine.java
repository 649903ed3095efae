package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.PodSecurity;
import software.constructs.Construct;

/** Manifests of what may look at its machine. */
@ComponentInfo(
    name = "machine",
    domain = Domain.NETWORKING,
    upstream = "https://example.org",
    namespace = "machine",
    podSecurity = PodSecurity.PRIVILEGED)
final class Machine extends Manifests {
  Machine(Construct scope, String id, String text) {
    super(scope, id, "machine", text);
  }
}

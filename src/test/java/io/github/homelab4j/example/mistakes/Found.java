package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.Resolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is found in homelabs with mistakes, looked for once for all tests. */
final class Found {
  private static final Map<Mistake, List<Finding>> KNOWN = new ConcurrentHashMap<>();

  private Found() {}

  /** All findings. */
  static List<Finding> of(Mistake mistake) {
    return KNOWN.computeIfAbsent(mistake, Found::find);
  }

  private static List<Finding> find(Mistake mistake) {
    var homelab = mistake.homelab().get();
    return mistake
        .before()
        .map(before -> Rewritten.findings(before.get(), homelab))
        .orElseGet(() -> Checks.run(Resolver.resolve(homelab)).findings());
  }
}

package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.Resolution;
import java.util.function.Consumer;

/** A rule over a resolved homelab. */
public interface Check {
  /** Reports each mistake once. */
  void run(Resolution resolution, Consumer<Finding> report);
}

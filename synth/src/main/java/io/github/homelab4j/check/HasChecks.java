package io.github.homelab4j.check;

import java.util.List;

/** A homelab with rules of its own, which hold beside the library's. */
public interface HasChecks {
  /** Checks of its own. */
  List<Check> checks();
}

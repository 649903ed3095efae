package io.github.homelab4j.check;

import java.util.List;

/** A homelab with rules of its own, which hold beside the library's. */
public interface HasChecks {
  /**
   * Checks of its own. They may run beside each other and beside the library's: each is run by one
   * thread, which asks components as others do at the same time, so neither may keep what it finds
   * in a place that they share.
   */
  List<Check> checks();
}

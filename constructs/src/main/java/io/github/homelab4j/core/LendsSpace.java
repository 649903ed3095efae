package io.github.homelab4j.core;

import io.github.homelab4j.unit.Quantity;
import java.util.List;

/** A component that promises space of a disk to others, perhaps more than there is. */
public interface LendsSpace {
  /** Where the space is, as {@code volume group san of node1}. */
  String where();

  /** How much there is. */
  Quantity space();

  /** What was promised. */
  List<Quantity> lent();
}

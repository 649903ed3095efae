package io.github.homelab4j.check;

import io.github.homelab4j.rule.Rule;
import java.util.List;

/**
 * Judges a homelab by one or more rules. Checks of your own are given by a homelab that {@link
 * HasChecks}.
 */
public interface Check {
  /** The rules that it judges by. */
  List<? extends Rule> rules();

  /**
   * Judges each subject once. Checks run at the same time as others, each with a report of its own,
   * and keep nothing between runs.
   */
  void run(HomelabView homelab, Report report);
}

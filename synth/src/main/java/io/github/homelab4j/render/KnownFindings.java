package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.rule.Severity;
import java.util.List;

/**
 * Warnings and the number of hints in the inventory, so that a reviewer sees when they grow. Lines
 * of the stack are left out: they move with every edit. Where there are none, nothing is written.
 */
final class KnownFindings {
  private KnownFindings() {}

  static void add(ObjectNode node, Verdict verdict, String path) {
    var warnings = at(path, verdict, Severity.WARNING);
    if (!warnings.isEmpty()) {
      Inventory.list(
          node,
          "warnings",
          warnings.stream().map(each -> each.code() + ": " + each.message()).toList());
    }
    var hints = at(path, verdict, Severity.INFO).size();
    if (hints > 0) {
      node.put("hints", hints);
    }
  }

  private static List<Finding> at(String path, Verdict verdict, Severity severity) {
    return verdict.findings(severity).stream()
        .filter(finding -> finding.path().equals(path))
        .toList();
  }
}

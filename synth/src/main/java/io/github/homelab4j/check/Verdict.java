package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.Severity;
import java.util.List;
import java.util.Map;

/**
 * What all checks found.
 *
 * @param findings everything that is wrong, sorted
 * @param exempted what would be wrong if it were not exempted
 * @param judged how many subjects each rule judged, by cluster
 * @param proofs how it is known that what a component names is there, by its path
 */
public record Verdict(
    List<Finding> findings,
    List<Exempted> exempted,
    Map<Rule, Map<String, Integer>> judged,
    Map<String, Map<Proof, Integer>> proofs) {
  /** Findings of a severity. */
  public List<Finding> findings(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }
}

package io.github.homelab4j.core;

import java.util.Collection;
import java.util.List;

/** Everything that is wrong with a homelab, all at once; nothing was written. */
public final class SynthesisException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Finding> findings;
  private final String summary;

  /** All findings, errors first, sorted and without repetition. */
  public SynthesisException(Collection<Finding> findings) {
    super(Findings.lines(findings));
    this.findings = Findings.sorted(findings);
    this.summary = Findings.summary(findings);
  }

  /** A single one. */
  public SynthesisException(Finding finding) {
    this(List.of(finding));
  }

  /** The errors and warnings, sorted. */
  public List<Finding> findings() {
    return findings;
  }

  /** How many findings there are, as {@code 2 errors, 1 warning}. */
  public String summary() {
    return summary;
  }
}

package io.github.homelab4j.core;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a homelab, all at once; nothing was written. */
public final class SynthesisException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Finding> findings;

  /** All findings, sorted and without repetition. */
  public SynthesisException(Collection<Finding> findings) {
    super(
        findings.stream()
            .distinct()
            .sorted()
            .map(Finding::toString)
            .collect(Collectors.joining("\n")));
    this.findings = findings.stream().distinct().sorted().toList();
  }

  /** A single one. */
  public SynthesisException(Finding finding) {
    this(List.of(finding));
  }

  /** The findings, sorted. */
  public List<Finding> findings() {
    return findings;
  }
}

package io.github.homelab4j.rule;

/**
 * A check of another tool.
 *
 * @param tool the tool
 * @param check its name there
 */
public record ToolCheck(Tool tool, String check) {
  /** Tools that read exemptions from annotations. */
  public enum Tool {
    /** {@code ignore-check.kube-linter.io/<check>: "<reason>"}. */
    KUBE_LINTER,
    /** {@code kube-score/ignore: a,b}. */
    KUBE_SCORE,
    /** {@code polaris.fairwinds.com/<check>-exempt: "true"}. */
    POLARIS
  }

  /** A check of kube-linter. */
  public static ToolCheck kubeLinter(String check) {
    return new ToolCheck(Tool.KUBE_LINTER, check);
  }

  /** A check of kube-score. */
  public static ToolCheck kubeScore(String check) {
    return new ToolCheck(Tool.KUBE_SCORE, check);
  }

  /** A check of Polaris. */
  public static ToolCheck polaris(String check) {
    return new ToolCheck(Tool.POLARIS, check);
  }
}

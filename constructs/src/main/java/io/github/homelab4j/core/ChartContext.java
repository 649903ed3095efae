package io.github.homelab4j.core;

/** Security contexts that many charts have, in YAML: their defaults, or what they always set. */
public final class ChartContext {
  /** A container without capabilities that gains none and writes to its volumes only. */
  public static final String CONFINED =
      "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true}";

  /** A container without capabilities that gains none, and may write to its file system. */
  public static final String WRITING =
      "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}";

  /** The same, not root, as the image's user. */
  public static final String WRITING_NOT_ROOT =
      "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, runAsNonRoot: true}";

  /** A pod whose user is not root, with the runtime's seccomp profile. */
  public static final String NOT_ROOT =
      "{runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}";

  /** Everything that the restricted level asks for, in the container's own context. */
  public static final String RESTRICTED =
      "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true,"
          + " runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}";

  private ChartContext() {}
}

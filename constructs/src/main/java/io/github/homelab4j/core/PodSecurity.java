package io.github.homelab4j.core;

/**
 * The levels of Pod Security Admission, strictest first. A namespace gets the strictest one that
 * all of its components allow.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 *     Standards</a>
 */
public enum PodSecurity {
  /** Non-root, no capabilities, seccomp: what ordinary workloads manage with. */
  RESTRICTED,
  /** No host access; the images may run as root. */
  BASELINE,
  /** Host access: network agents, storage drivers, node exporters. */
  PRIVILEGED;

  /** The label's value. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

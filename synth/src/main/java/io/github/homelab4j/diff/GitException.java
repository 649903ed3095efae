package io.github.homelab4j.diff;

/** There is no git, no repository, or no such commit; the message says what to do. */
public final class GitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GitException(String message) {
    super(message);
  }
}

package io.github.homelab4j.cli;

/** A command was called with something that there is not; the message lists what there is. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}

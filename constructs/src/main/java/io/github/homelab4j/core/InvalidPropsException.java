package io.github.homelab4j.core;

/**
 * A setting that cannot be right; thrown where it is built. The message gives the values and what
 * to do.
 */
public final class InvalidPropsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Origin origin = Origin.here();

  /** With a message that names the values and the cure. */
  public InvalidPropsException(String message) {
    super(message);
  }

  /** Called by the generated builders when attributes were not set. */
  public InvalidPropsException(String[] missing) {
    super(
        "not set: %s: set %s in the builder"
            .formatted(String.join(", ", missing), missing.length == 1 ? "it" : "them"));
  }

  /** The line of the user's code that it was built in. */
  public Origin origin() {
    return origin;
  }
}

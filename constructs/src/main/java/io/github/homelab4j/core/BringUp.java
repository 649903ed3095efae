package io.github.homelab4j.core;

import java.util.List;

/**
 * A step that brings up what runs outside Kubernetes, run by the cluster's bootstrap before
 * anything is installed in it.
 *
 * @param what what it does, in a sentence
 * @param commands commands of a shell in the cluster's folder {@code bootstrap/}, which do no harm
 *     when they are run again
 */
public record BringUp(String what, List<String> commands) {
  /** Keeps its own copy. */
  public BringUp {
    commands = List.copyOf(commands);
  }

  /** A step of some commands. */
  public static BringUp of(String what, String... commands) {
    return new BringUp(what, List.of(commands));
  }
}

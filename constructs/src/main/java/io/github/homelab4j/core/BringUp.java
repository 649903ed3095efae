package io.github.homelab4j.core;

import java.util.List;

/**
 * A step that brings up what runs outside Kubernetes, run by the cluster's bootstrap before
 * anything is installed in it.
 *
 * @param what what it does, in a sentence
 * @param commands commands of a shell in the cluster's folder {@code bootstrap/}, which do no harm
 *     when they are run again; none for what is done by hand
 * @param covers other components whose files it puts in place
 */
public record BringUp(String what, List<String> commands, List<? extends HostComponent> covers) {
  /** Keeps its own copy. */
  public BringUp {
    commands = List.copyOf(commands);
    covers = List.copyOf(covers);
  }

  /** A step of some commands, or by hand when there are none. */
  public static BringUp of(String what, String... commands) {
    return new BringUp(what, List.of(commands), List.of());
  }

  /** A step that puts the files of other components in place. */
  public BringUp covering(List<? extends HostComponent> others) {
    return new BringUp(what, commands, others);
  }
}

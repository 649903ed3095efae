package io.github.homelab4j.core;

import java.util.List;

/**
 * How the data that a component keeps come back after the cluster was lost.
 *
 * @param holds what is lost with it, as {@code the databases harbor and gitlab}
 * @param backup where a copy is, and how old it is at most; empty where there is none
 * @param moment when the steps are done
 * @param steps what is done, in order, a sentence each
 */
public record Recovery(String holds, String backup, Moment moment, List<String> steps) {
  /** When something is restored. */
  public enum Moment {
    /** In the stack, before Flux takes over: it says how the first data come in. */
    BEFORE_FLUX("before Flux takes over"),
    /** When the component runs. */
    WHEN_IT_RUNS("when it runs");

    private final String words;

    Moment(String words) {
      this.words = words;
    }

    /** As said in a sentence. */
    public String words() {
      return words;
    }
  }

  /** Keeps its own copy. */
  public Recovery {
    steps = List.copyOf(steps);
  }

  /** Data that come back by these steps before Flux takes over. */
  public static Recovery beforeFlux(String holds, String backup, String... steps) {
    return new Recovery(holds, backup, Moment.BEFORE_FLUX, List.of(steps));
  }

  /** Data that come back by these steps when the component runs. */
  public static Recovery whenItRuns(String holds, String backup, String... steps) {
    return new Recovery(holds, backup, Moment.WHEN_IT_RUNS, List.of(steps));
  }

  /** Data of which there is no copy elsewhere. */
  public static Recovery none(String holds, String... steps) {
    return new Recovery(holds, "", Moment.WHEN_IT_RUNS, List.of(steps));
  }
}

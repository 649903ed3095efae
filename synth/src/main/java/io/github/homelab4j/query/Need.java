package io.github.homelab4j.query;

import io.github.homelab4j.core.Loss;

/**
 * That one thing needs another.
 *
 * @param consumer who needs it
 * @param provider what is needed
 * @param what what of it, as {@code database harbor}
 * @param loss what happens to the consumer without it
 * @param without what the consumer cannot do any more, in words; empty where the loss says it all
 * @param foundation whether the consumer rests on it as a whole: it works in part as soon as the
 *     provider does
 */
public record Need(
    Thing consumer, Thing provider, String what, Loss loss, String without, boolean foundation) {
  /** A need of which there is no more to say. */
  public Need(Thing consumer, Thing provider, String what, Loss loss) {
    this(consumer, provider, what, loss, "");
  }

  /** A need, and what its consumer cannot do any more without it. */
  public Need(Thing consumer, Thing provider, String what, Loss loss, String without) {
    this(consumer, provider, what, loss, without, false);
  }

  /**
   * What happens to the consumer when this happens to the provider; {@link Loss#MENTIONS} when
   * nothing does.
   */
  Loss after(Loss provider) {
    return switch (provider) {
      case STOPS -> loss;
      // What works in part still answers.
      case DEGRADES -> foundation ? Loss.DEGRADES : Loss.MENTIONS;
      // Changes that do not come in do not go out either.
      case STALLS -> loss == Loss.STALLS && !foundation ? Loss.STALLS : Loss.MENTIONS;
      case MENTIONS -> Loss.MENTIONS;
    };
  }
}

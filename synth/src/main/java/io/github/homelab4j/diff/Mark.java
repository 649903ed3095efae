package io.github.homelab4j.diff;

/**
 * A danger and what would happen.
 *
 * @param danger the danger
 * @param what what Flux or the API server would do
 */
public record Mark(Danger danger, String what) {
  @Override
  public String toString() {
    return danger.words() + ": " + what;
  }
}

package io.github.homelab4j.core;

import java.util.List;

/**
 * A level of a cluster's startup: what it holds starts once all levels before have.
 *
 * @param name its name, as {@code 4}
 * @param title what it is, as {@code Core platform}
 * @param members the components that are said to be of it
 */
public record StartLevel(String name, String title, List<Component> members) {
  /** Keeps its own copy. */
  public StartLevel {
    members = List.copyOf(members);
  }
}

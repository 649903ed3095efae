package io.github.homelab4j.testing;

import io.github.homelab4j.core.Component;

/**
 * Entry points of the assertions: {@code import static
 * io.github.homelab4j.testing.HomelabAssertions.assertThat}.
 */
public final class HomelabAssertions {
  private HomelabAssertions() {}

  /** Assertions on what a component emits. */
  public static ComponentAssert assertThat(Component component) {
    return new ComponentAssert(component);
  }
}

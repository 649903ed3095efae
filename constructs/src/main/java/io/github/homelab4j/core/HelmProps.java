package io.github.homelab4j.core;

import org.immutables.value.Value;

/** What an owner can decide of every component that comes as a Helm chart. */
public interface HelmProps extends ComponentProps {
  /**
   * Values that the props do not cover, by dotted path; merged last, checked against the chart and
   * listed in the inventory.
   */
  @Value.Default
  default ValuesPatch extraValues() {
    return ValuesPatch.none();
  }
}

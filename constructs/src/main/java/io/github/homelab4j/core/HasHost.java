package io.github.homelab4j.core;

import io.github.homelab4j.plan.HostPlan;

/** Settings of what runs on one machine outside Kubernetes. */
public interface HasHost extends HostProps {
  /** The machine. */
  HostPlan host();
}

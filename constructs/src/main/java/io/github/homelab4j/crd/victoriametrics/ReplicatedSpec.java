package io.github.homelab4j.crd.victoriametrics;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.kube.Compute;
import java.util.List;
import java.util.Optional;

/**
 * What the specs of programs with several copies and a config reloader beside each have in common.
 */
public interface ReplicatedSpec extends AppSpec {
  /** How copies are spread. */
  List<TopologySpreadConstraint> topologySpreadConstraints();

  /** How many copies may be down on purpose. */
  Optional<AppBudget> podDisruptionBudget();

  /**
   * What the reloader asks for and may take; its image is the one of the operator's own version.
   */
  Compute configReloaderResources();
}

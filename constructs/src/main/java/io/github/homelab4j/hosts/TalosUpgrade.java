package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.NodePlan;

/** Commands that bring running machines to what the plan says. */
final class TalosUpgrade {
  private TalosUpgrade() {}

  /** Talos with its extensions, on one machine. */
  static String machine(TalosMachinesProps props, NodePlan node) {
    var talos = props.talos();
    return """
        #!/bin/sh
        # Brings %1$s to Talos %2$s with the extensions of schematic.yaml. Its data stays; it reboots, so take one machine at a time.
        set -eu

        # The Image Factory makes images of schematics that it was sent once.
        curl --fail --silent --show-error --output /dev/null --request POST --data-binary "@$(dirname "$0")/schematic.yaml" https://%3$s/schematics

        talosctl --endpoints %4$s --nodes %4$s upgrade --image %5$s
        talosctl --endpoints %4$s --nodes %4$s health
        """
        .formatted(
            node.name(),
            talos.version(),
            talos.imageFactory(),
            node.address(),
            TalosSchematic.of(talos).installer(talos));
  }

  /** Kubernetes, on all machines of the cluster. */
  static String kubernetes(TalosMachinesProps props, NodePlan controlPlane) {
    return """
        #!/bin/sh
        # Brings all machines of cluster %1$s to Kubernetes %2$s, one after the other; --dry-run shows what it would do.
        set -eu

        talosctl --endpoints %3$s --nodes %3$s upgrade-k8s --to %2$s "$@"
        """
        .formatted(props.plan().name(), TalosCluster.kubernetes(props), controlPlane.address());
  }
}

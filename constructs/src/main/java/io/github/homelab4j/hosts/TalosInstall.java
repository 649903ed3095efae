package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands that make a cluster of machines which were started from the image of their schematic, or
 * tell running ones what the plan says now.
 *
 * @see <a href="https://docs.siderolabs.com/talos/v1.12/getting-started/getting-started">Getting
 *     started</a>
 */
final class TalosInstall {
  private TalosInstall() {}

  static String script(TalosMachinesProps props, List<NodePlan> control) {
    return head(props, control) + configure(props) + start(control);
  }

  private static String head(TalosMachinesProps props, List<NodePlan> control) {
    return """
        #!/bin/sh
        # Gives each machine of cluster %1$s its configuration, and with --new starts Kubernetes once all have it. It may be run again: machines that run get what changed, as far as that needs no restart.
        # A new machine is started from an image of its schematic.yaml and has its planned address already. TALOS_SECRETS names what `talosctl gen secrets` made once for the cluster: keep it encrypted, and decrypt it for this.
        set -eu
        umask 077
        : "${TALOS_SECRETS:?names no file: set it to the decrypted output of talosctl gen secrets}"
        export TALOSCONFIG="${TALOSCONFIG:-$HOME/.talos/%1$s.yaml}"
        hosts=$(dirname "$0")/..
        # Configurations hold secrets.
        work=$(mktemp -d)
        trap 'rm -rf "$work"' EXIT

        # The kind of output, where it goes, and the patch if there is one.
        generate() {
          talosctl gen config %1$s %2$s --talos-version %3$s --kubernetes-version %4$s --with-secrets "$TALOS_SECRETS" --with-docs=false --with-examples=false --output-types "$1" --output "$2" ${3:+--config-patch "@$3"}
        }

        if [ ! -e "$TALOSCONFIG" ]; then
          mkdir -p "$(dirname "$TALOSCONFIG")"
          generate talosconfig "$TALOSCONFIG"
          talosctl config endpoint %5$s
          talosctl config node %6$s
        fi
        """
        .formatted(
            props.plan().name(),
            TalosCluster.Endpoint.of(props.plan()).endpoint(),
            props.talos().version(),
            TalosCluster.kubernetes(props),
            addresses(control),
            control.get(0).address());
  }

  private static String configure(TalosMachinesProps props) {
    var calls =
        props.plan().nodes().stream()
            .map(
                node ->
                    "configure %s %s %s"
                        .formatted(node.name(), TalosMachine.type(node), node.address()))
            .collect(Collectors.joining("\n"));
    return """

        # Name, type and address of a machine.
        configure() {
          generate "$2" "$work/$1.yaml" "$hosts/$1/%s"
          if talosctl --endpoints "$3" --nodes "$3" version >/dev/null 2>&1; then
            talosctl --endpoints "$3" --nodes "$3" apply-config --mode no-reboot --file "$work/$1.yaml"
          else
            talosctl --nodes "$3" apply-config --insecure --file "$work/$1.yaml"
          fi
        }
        %s
        """
        .formatted(TalosMachines.PATCH, calls);
  }

  // Started twice, a cluster would be two: once in its life, on one machine, when no other has
  // members of etcd. Talos itself refuses where there are data.
  private static String start(List<NodePlan> control) {
    return """

        # Whether a control-plane machine is a member of etcd.
        members() {
          for address in %1$s; do
            if talosctl --endpoints "$address" --nodes "$address" etcd members >/dev/null 2>&1; then
              return 0
            fi
          done
          return 1
        }
        if [ "${1:-}" = --new ]; then
          tries=0
          until members; do
            tries=$((tries + 1))
            if [ "$tries" -gt 60 ]; then
              echo "Kubernetes did not start: ask talosctl --nodes %2$s dmesg" >&2
              exit 1
            fi
            sleep 15
            talosctl --endpoints %2$s --nodes %2$s bootstrap || true
          done
        fi
        if members; then
          talosctl --endpoints %2$s --nodes %2$s kubeconfig --force
        fi
        """
        .formatted(addresses(control), control.get(0).address());
  }

  private static String addresses(List<NodePlan> nodes) {
    return nodes.stream().map(node -> node.address().text()).collect(Collectors.joining(" "));
  }
}

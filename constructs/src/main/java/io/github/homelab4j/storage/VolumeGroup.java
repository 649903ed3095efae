package io.github.homelab4j.storage;

import io.github.homelab4j.crd.flux.HelmRelease;
import io.github.homelab4j.unit.ImageRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The volume group of each node, made by an init container of the LVM driver's node plugin.
 *
 * <p>The plugin starts on every node, so a node that joins or is installed anew gets its group
 * without a change here. It is privileged and mounts {@code /dev} already, so there is no second
 * privileged pod, and no Job whose template cannot be changed.
 *
 * @param name the name of the group
 * @param disksByNode the disks by node
 * @param image an image with LVM: the driver's own, which each node has anyway
 */
record VolumeGroup(String name, Map<String, List<String>> disksByNode, ImageRef image) {
  /** Adds the init container to the node plugin; the names of its volumes are the chart's. */
  HelmRelease.Patch patch() {
    return new HelmRelease.Patch(
        new HelmRelease.Target("DaemonSet", ".*lvm-localpv-node"),
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: lvm-localpv-node
        spec:
          template:
            spec:
              initContainers:
                - name: volume-group
                  image: %s
                  command:
                    - /bin/sh
                    - -c
                    - |
        %s\
                  env:
                    - name: NODE_NAME
                      valueFrom:
                        fieldRef:
                          fieldPath: spec.nodeName
                  resources:
                    requests:
                      cpu: 10m
                      memory: 64Mi
                    limits:
                      memory: 128Mi
                  securityContext:
                    privileged: true
                  terminationMessagePolicy: FallbackToLogsOnError
                  volumeMounts:
                    - name: device-dir
                      mountPath: /dev
        """
            .formatted(image.text(), script().indent(14)));
  }

  /**
   * Makes the group where it is absent. A disk that carries anything is left alone, even a label of
   * LVM: what looks like an empty one may be the rest of a group that lost a disk. No braces around
   * variables, which Flux could take for its own.
   */
  String script() {
    return """
        set -eu
        if vgs %1$s; then
          exit 0
        fi
        case "$NODE_NAME" in
        %2$s
          *) echo "no disk of $NODE_NAME is planned for LVM: nothing to do"; exit 0 ;;
        esac
        for disk in "$@"; do
          if [ ! -e "$disk" ]; then
            echo "$NODE_NAME has no disk $disk for volume group %1$s: make it, or correct the plan" >&2
            exit 1
          fi
          # 2 is "nothing found". Only these two tags: of a partition, blkid tells its entry in the table as well.
          found=$(blkid -p -s TYPE -s PTTYPE -o value "$disk") || [ $? -eq 2 ] || found="signatures that blkid cannot tell apart"
          if [ -n "$found" ]; then
            echo "$disk of $NODE_NAME is not empty, and volume group %1$s is absent: it has" $found >&2
            echo "nothing was changed; if it may go, clear it with wipefs --all $disk, else plan another disk" >&2
            exit 1
          fi
        done
        # It makes the physical volumes as well. Without --yes, it refuses what it finds something on itself.
        vgcreate %1$s "$@"
        """
        .formatted(
            name,
            disksByNode.entrySet().stream()
                .map(VolumeGroup::disks)
                .collect(Collectors.joining("\n")));
  }

  private static String disks(Map.Entry<String, List<String>> node) {
    return "  '%s') set -- %s ;;".formatted(node.getKey(), String.join(" ", node.getValue()));
  }
}

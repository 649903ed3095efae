package io.github.homelab4j.storage;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.plan.NodePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an owner should know of {@link Longhorn}. */
final class LonghornNotes {
  private LonghornNotes() {}

  // https://longhorn.io/docs/latest/snapshots-and-backups/backup-and-restore/restore-from-a-backup/
  static Recovery recovery(String namespace, LonghornProps props) {
    var holds = "volumes of class " + Longhorn.NAME;
    return props
        .backups()
        .map(
            bucket ->
                Recovery.whenItRuns(
                    holds,
                    "the backups in bucket %s at %s"
                        .formatted(bucket.name(), bucket.store().endpoint()),
                    "Wait until Longhorn has read them from the bucket: `kubectl -n %s get backupvolumes.longhorn.io`."
                        .formatted(namespace),
                    "Stop what waits for its volume, and delete its empty claim.",
                    "In Longhorn's page, restore the latest backup of each volume under its old name, and let it create the volume's PV and PVC as they were.",
                    "Start it again: its pods take the restored claims."))
        .orElseGet(() -> Recovery.none(holds));
  }

  static List<String> of(LonghornProps props) {
    var notes = new ArrayList<String>();
    var nodes = props.nodes().stream().map(NodePlan::name).collect(Collectors.joining(", "));
    notes.add(
        "Each of %s needs open-iscsi with a running iscsid, and an NFSv4 client for volumes that several nodes mount."
            .formatted(nodes));
    if (props.labelledNodesOnly()) {
      notes.add(
          "Label %s with `node.longhorn.io/create-default-disk=true` before it starts: other nodes hold no volumes."
              .formatted(nodes));
    }
    if (props.defaultClass()) {
      notes.add(
          "Its class is the default one: no other may be, as `local-path` of K3s is unless K3s is told to leave it out.");
    }
    props
        .backups()
        .ifPresentOrElse(
            bucket -> bucket(bucket).ifPresent(notes::add),
            () -> notes.add("No backups are made: snapshots are lost with their volume."));
    notes.add(
        "It is upgraded from one minor version to the next, and never back: https://longhorn.io/docs/latest/deploy/upgrade/.");
    notes.add(
        "To remove it with all its volumes, set its setting deleting-confirmation-flag to true, then delete the HelmRelease.");
    return notes;
  }

  // A store of this homelab makes its buckets itself.
  private static Optional<String> bucket(BucketRef bucket) {
    return bucket.provider().component().isPresent()
        ? Optional.empty()
        : Optional.of(
            "Before the first backup, make the bucket %s at %s."
                .formatted(bucket.name(), bucket.store().endpoint()));
  }
}

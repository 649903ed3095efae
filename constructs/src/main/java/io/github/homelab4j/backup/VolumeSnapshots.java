package io.github.homelab4j.backup;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import java.util.List;
import software.constructs.Construct;

/**
 * Snapshots of volumes on a schedule, the oldest of which are deleted: of every claim of a
 * namespace whose storage class is named, also of those that come later. A snapshot is as
 * consistent as the disk after a power failure, and stays in the storage that it is of: it undoes
 * mistakes, it is no copy.
 *
 * <p>Needs the snapshot controller and a driver that makes snapshots. To restore, make a claim with
 * the snapshot as its {@code dataSource}.
 */
@ComponentInfo(
    name = "volume-snapshots",
    domain = Domain.BACKUP,
    upstream = "https://kubernetes.io/docs/concepts/storage/volume-snapshots/",
    namespace = "volume-snapshots",
    uses = "snapshot.storage.k8s.io")
public final class VolumeSnapshots extends Component {
  private final VolumeSnapshotsProps props;

  /** Stores its settings. */
  public VolumeSnapshots(Construct scope, String id, VolumeSnapshotsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Snapshots of %s stay in the storage that they are of: they undo mistakes and are lost with it."
            .formatted(targetNamespace()),
        "A snapshot out of schedule: `kubectl -n %s create job --from=cronjob/%s now`."
            .formatted(targetNamespace(), id()));
  }

  @Override
  protected void define(Resources out) {
    out.addAll(VolumeSnapshotsAccess.of(id(), targetNamespace()));
    out.addAll(VolumeSnapshotsJob.of(id(), targetNamespace(), props, versions().image("kubectl")));
  }
}

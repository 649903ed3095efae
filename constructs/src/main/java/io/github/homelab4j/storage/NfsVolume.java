package io.github.homelab4j.storage;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A folder that a machine shares by NFS, as a PersistentVolume and the PersistentVolumeClaim for
 * it, named like the component: pods mount that claim.
 *
 * <p>Machines of the cluster need an NFS client ({@code nfs-common}).
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/">Persistent
 *     Volumes</a>
 */
@ComponentInfo(
    name = "nfs-volume",
    domain = Domain.STORAGE,
    upstream = "https://kubernetes.io/docs/concepts/storage/volumes/#nfs")
public final class NfsVolume extends Component {
  private final NfsVolumeProps props;

  /** Stores its settings. */
  public NfsVolume(Construct scope, String id, NfsVolumeProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  protected void define(Resources out) {
    everyMachineMayMount();
    out.add(volume());
    out.add(claim());
  }

  // The kubelet mounts: its machine's address is what the server sees.
  private void everyMachineMayMount() {
    var nodes = cluster().map(cluster -> cluster.plan().nodes()).orElse(List.of());
    for (var node : nodes) {
      if (props.export().clients().stream().noneMatch(each -> each.contains(node.address()))) {
        throw new InvalidPropsException(
            "%s is for %s, and %s (%s) would mount it: let its server share it with that network"
                .formatted(
                    props.export().describe(),
                    props.export().clients(),
                    node.name(),
                    node.address()));
      }
    }
  }

  private PersistentVolume volume() {
    return new PersistentVolumeBuilder()
        .withMetadata(Meta.clusterScoped(name()))
        .withNewSpec()
        .withCapacity(Map.of("storage", props.size().model()))
        .withAccessModes(mode())
        .withPersistentVolumeReclaimPolicy("Retain")
        .withStorageClassName("")
        .withMountOptions("nfsvers=4.2")
        .withNewClaimRef()
        .withName(id())
        .withNamespace(targetNamespace())
        .endClaimRef()
        .withNewNfs()
        .withServer(props.export().server().text())
        .withPath(props.export().path())
        .withReadOnly(props.export().readOnly())
        .endNfs()
        .endSpec()
        .build();
  }

  private PersistentVolumeClaim claim() {
    return new PersistentVolumeClaimBuilder()
        .withMetadata(Meta.of(id(), targetNamespace()))
        .withNewSpec()
        .withStorageClassName("")
        .withVolumeName(name())
        .withAccessModes(mode())
        .withNewResources()
        .withRequests(Map.of("storage", props.size().model()))
        .endResources()
        .endSpec()
        .build();
  }

  private String name() {
    return targetNamespace() + "-" + id();
  }

  private String mode() {
    return props.export().readOnly() ? "ReadOnlyMany" : "ReadWriteMany";
  }
}

package io.github.homelab4j.backup;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  private static final String SCRIPT = "snapshot.sh";
  private static final String API = "snapshot.storage.k8s.io";
  private static final long USER = 65_534L;
  // As long as a driver may take for all claims of a namespace.
  private static final long DEADLINE_SECONDS = 3_600L;

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
    out.add(
        new ServiceAccountBuilder()
            .withMetadata(Meta.of(id(), targetNamespace()))
            .withAutomountServiceAccountToken(false)
            .build());
    out.add(role(), binding(), script(), schedule());
  }

  private Role role() {
    return new RoleBuilder()
        .withMetadata(Meta.of(id(), targetNamespace()))
        .addNewRule()
        .withApiGroups("")
        .withResources("persistentvolumeclaims")
        .withVerbs("list")
        .endRule()
        .addNewRule()
        .withApiGroups(API)
        .withResources("volumesnapshots")
        .withVerbs("get", "list", "watch", "create", "delete")
        .endRule()
        .build();
  }

  private RoleBinding binding() {
    return new RoleBindingBuilder()
        .withMetadata(Meta.of(id(), targetNamespace()))
        .withNewRoleRef("rbac.authorization.k8s.io", "Role", id())
        .addNewSubject()
        .withKind("ServiceAccount")
        .withName(id())
        .withNamespace(targetNamespace())
        .endSubject()
        .build();
  }

  private ConfigMap script() {
    try (var in = VolumeSnapshots.class.getResourceAsStream(SCRIPT)) {
      return new ConfigMapBuilder()
          .withMetadata(Meta.of(id(), targetNamespace()))
          .addToData(SCRIPT, new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CronJob schedule() {
    return new CronJobBuilder()
        .withMetadata(Meta.of(id(), targetNamespace()))
        .withNewSpec()
        .withSchedule(props.schedule().text())
        .withTimeZone("Etc/UTC")
        .withConcurrencyPolicy("Forbid")
        .withStartingDeadlineSeconds(DEADLINE_SECONDS)
        .withSuccessfulJobsHistoryLimit(1)
        .withFailedJobsHistoryLimit(1)
        .withNewJobTemplate()
        .withNewSpec()
        // Another try would take the claims that went well once more: the next night will do.
        .withBackoffLimit(0)
        .withActiveDeadlineSeconds(DEADLINE_SECONDS)
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app.kubernetes.io/name", id())
        .endMetadata()
        .withSpec(pod())
        .endTemplate()
        .endSpec()
        .endJobTemplate()
        .endSpec()
        .build();
  }

  private PodSpec pod() {
    return new PodSpecBuilder()
        .withServiceAccountName(id())
        .withAutomountServiceAccountToken(true)
        .withRestartPolicy("Never")
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withNewSeccompProfile(null, "RuntimeDefault")
        .endSecurityContext()
        .addNewContainer()
        .withName("snapshot")
        .withImage(versions().image("kubectl").text())
        .withCommand("/bin/bash", "/scripts/" + SCRIPT)
        .withArgs(classes())
        .addNewEnv()
        .withName("OWNER")
        .withValue(id())
        .endEnv()
        .addNewEnv()
        .withName("KEEP")
        .withValue(Integer.toString(props.keep()))
        .endEnv()
        .addNewEnv()
        .withName("HOME")
        .withValue("/tmp")
        .endEnv()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .withResources(Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(128)).model())
        .addNewVolumeMount()
        .withName("scripts")
        .withMountPath("/scripts")
        .withReadOnly(true)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName("tmp")
        .withMountPath("/tmp")
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName("scripts")
        .withNewConfigMap()
        .withName(id())
        .endConfigMap()
        .endVolume()
        .addNewVolume()
        .withName("tmp")
        .withNewEmptyDir()
        .endEmptyDir()
        .endVolume()
        .build();
  }

  private List<String> classes() {
    return props.targets().stream()
        .map(target -> target.volumes().name() + "=" + target.snapshots().name())
        .toList();
  }
}

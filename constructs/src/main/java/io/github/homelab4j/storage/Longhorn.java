package io.github.homelab4j.storage;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.crd.longhorn.RecurringJob;
import io.github.homelab4j.crd.snapshot.VolumeSnapshotClass;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Longhorn: volumes with copies on the disks of several nodes, snapshots of them, and backups in a
 * bucket.
 *
 * <p>Provides {@link #storageClass()}, {@link #snapshotClass()}, with a bucket {@link
 * #backupClass()}, and {@link #ui()}. Needs the snapshot controller, and on each node the initiator
 * of iSCSI, and a client of NFS where several nodes mount one volume.
 */
@ComponentInfo(
    name = "longhorn",
    domain = Domain.STORAGE,
    upstream = "https://longhorn.io/docs/",
    namespace = "longhorn-system",
    podSecurity = PodSecurity.PRIVILEGED,
    installs = "longhorn.io",
    uses = {"monitoring.coreos.com", "snapshot.storage.k8s.io"},
    timeout = "15m")
public final class Longhorn extends HelmComponent {
  static final String NAME = "longhorn";
  static final String DRIVER = "driver.longhorn.io";
  static final String UI = "longhorn-frontend";
  static final int UI_PORT = 80;
  static final int UI_POD_PORT = 8000;
  private static final String BACKUP_CLASS = "longhorn-backup";

  private final LonghornProps props;

  /** Stores its settings. */
  public Longhorn(Construct scope, String id, LonghornProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Volumes with copies on several nodes; one node mounts them, or several at once by NFS. */
  public StorageClassRef storageClass() {
    return StorageClassRef.sharedBy(this, NAME).outlivingItsProvider();
  }

  /** Snapshots that stay with the volume. */
  public VolumeSnapshotClassRef snapshotClass() {
    return VolumeSnapshotClassRef.providedBy(this, NAME, DRIVER);
  }

  /**
   * Snapshots that are copied to the bucket, so that they outlive the volume and the cluster.
   *
   * @throws InvalidPropsException when there is no bucket
   */
  public VolumeSnapshotClassRef backupClass() {
    if (props.backups().isEmpty()) {
      throw new InvalidPropsException("%s has no bucket for backups: set backups".formatted(id()));
    }
    return VolumeSnapshotClassRef.providedBy(this, BACKUP_CLASS, DRIVER);
  }

  /** The web interface, which asks for no login. */
  public ServiceRef ui() {
    return ServiceRef.providedBy(this, UI, UI_PORT, UI_POD_PORT, LonghornFacts.UI_PODS);
  }

  @Override
  public List<ChartFact> facts() {
    return LonghornFacts.of(targetNamespace());
  }

  @Override
  public List<ChartWorkload> workloads() {
    return LonghornWorkloads.of(targetNamespace());
  }

  // The driver comes after the release, and volumes need it; its class is made by the same
  // deployer,
  // before.
  @Override
  public List<HealthCheck> healthChecks() {
    var here = targetNamespace();
    return List.of(
        HealthCheck.release(this),
        new HealthCheck("apps/v1", "Deployment", "csi-attacher", here),
        new HealthCheck("apps/v1", "Deployment", "csi-provisioner", here),
        new HealthCheck("apps/v1", "DaemonSet", "longhorn-csi-plugin", here));
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(LonghornNotes.recovery(targetNamespace(), props));
  }

  @Override
  public List<String> notes() {
    return LonghornNotes.of(props);
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return LonghornExemptions.ALL;
  }

  // Its definitions, and with them all volumes, go with the release.
  @Override
  protected boolean keepsData() {
    return true;
  }

  @Override
  protected LonghornValues values() {
    return LonghornValues.of(props, props.backups().map(bucket -> secret(login(bucket))));
  }

  // The names are those of the environment that Longhorn's client of S3 reads.
  private SecretTemplate login(BucketRef bucket) {
    return SecretTemplate.named(id() + "-backups")
        .key("AWS_ACCESS_KEY_ID", bucket.store().accessKeyId())
        .key("AWS_SECRET_ACCESS_KEY", bucket.store().secretAccessKey())
        .entry("AWS_ENDPOINTS", bucket.store().endpoint())
        .entry("VIRTUAL_HOSTED_STYLE", "false");
  }

  @Override
  protected void define(Resources out) {
    out.add(new VolumeSnapshotClass(NAME, DRIVER, Map.of("type", "snap"), true));
    if (props.backups().isPresent()) {
      out.add(new VolumeSnapshotClass(BACKUP_CLASS, DRIVER, Map.of("type", "bak"), false));
    }
    if (props.uiReplicas() > 1) {
      out.add(Budgets.oneAtATime("longhorn-ui", targetNamespace(), LonghornFacts.UI_PODS));
    }
    var jobs = new ArrayList<RecurringJob>();
    for (var job : props.jobs()) {
      var meta = Meta.of(job.name(), targetNamespace());
      var task = job.task().label();
      jobs.add(
          new RecurringJob(
              meta,
              new RecurringJob.Spec(
                  job.name(), task, job.schedule(), job.retain(), 1, List.of("default"))));
    }
    out.addAll(jobs);
  }
}

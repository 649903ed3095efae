package io.github.homelab4j.backup;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.rule.PodRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Velero: backups of the objects of a cluster in a bucket, with snapshots of its volumes, and their
 * restoration, also in a cluster that was made anew.
 *
 * <p>Needs, for volumes, the snapshot controller and a driver that makes snapshots.
 */
@ComponentInfo(
    name = "velero",
    domain = Domain.BACKUP,
    upstream = "https://velero.io/docs/",
    namespace = "velero",
    installs = "velero.io",
    uses = {"monitoring.coreos.com", "snapshot.storage.k8s.io"})
public final class Velero extends HelmComponent {
  private static final int METRICS = 8085;

  private final VeleroProps props;

  /** Stores its settings. */
  public Velero(Construct scope, String id, VeleroProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public PodSecurity podSecurity() {
    return props.copiesVolumes() ? PodSecurity.BASELINE : PodSecurity.RESTRICTED;
  }

  @Override
  public Set<String> uses() {
    var groups = super.uses();
    if (props.snapshots().isEmpty()) {
      groups.remove("snapshot.storage.k8s.io");
    }
    return groups;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), VeleroWorkloads.TEMPLATES + "service.yaml")
            .port("http-monitoring", METRICS)
            .labelled(AppLabels.of("velero", releaseName()))
            .selects(VeleroWorkloads.pods(releaseName())));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return VeleroWorkloads.of(releaseName(), targetNamespace(), props);
  }

  @Override
  public Optional<Recovery> recovery() {
    var steps =
        props.schedules().stream()
            .map(
                schedule ->
                    "`velero restore create --from-schedule %s-%s`; `velero restore get` shows how it goes."
                        .formatted(id(), schedule.name()));
    var each =
        props.schedules().isEmpty()
            ? Stream.of(
                "`velero restore create --from-backup <name>`; `velero backup get` lists them.")
            : steps;
    return Optional.of(
        Recovery.whenItRuns(
            "objects that are not in Git, and copies of volumes",
            "the backups in bucket %s at %s"
                .formatted(props.bucket().name(), props.bucket().store().endpoint()),
            each.toArray(String[]::new)));
  }

  @Override
  public List<String> notes() {
    var notes = new ArrayList<String>();
    notes.add(
        "Before the first backup, make the bucket %s at %s."
            .formatted(props.bucket().name(), props.bucket().store().endpoint()));
    notes.add("It may do everything in the cluster: whoever can write to its bucket may, too.");
    for (var schedule : props.schedules()) {
      notes.add(
          "To restore the last backup of %1$s: `velero restore create --from-schedule %2$s-%1$s`; a backup out of schedule: `velero backup create --from-schedule %2$s-%1$s`."
              .formatted(schedule.name(), id()));
    }
    return notes;
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return props.copiesVolumes()
        ? List.of(
            Exemption.of(PodRule.SEC_012, "upstream runs its agent as root"),
            Exemption.of(PodRule.SEC_013, "upstream runs its agent as root"))
        : List.of();
  }

  @Override
  protected VeleroValues values() {
    var store = props.bucket().store();
    var login =
        secret(
            SecretTemplate.named(id() + "-bucket")
                .source("id", store.accessKeyId())
                .source("key", store.secretAccessKey())
                .entry(
                    "cloud",
                    "[default]\naws_access_key_id={{ .id }}\naws_secret_access_key={{ .key }}\n"));
    return VeleroValues.of(id(), props, login, versions().image("velero-plugin-for-aws"));
  }
}

package io.github.homelab4j.backup;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.EnvVars;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Volumes;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The job that takes the snapshots of a namespace, and its script.
 *
 * @param name their name
 * @param namespace the namespace
 * @param props when it runs, and what it takes
 * @param image an image with kubectl, Bash and jq
 */
record VolumeSnapshotsJob(
    String name, String namespace, VolumeSnapshotsProps props, ImageRef image) {
  private static final String SCRIPT = "snapshot.sh";
  private static final String SCRIPTS = "scripts";
  private static final String TEMPORARY = "tmp";
  private static final long USER = 65_534L;

  static List<HasMetadata> of(
      String name, String namespace, VolumeSnapshotsProps props, ImageRef image) {
    var job = new VolumeSnapshotsJob(name, namespace, props, image);
    return List.of(job.script(), job.schedule());
  }

  private ConfigMap script() {
    try (var in = VolumeSnapshotsJob.class.getResourceAsStream(SCRIPT)) {
      return new ConfigMapBuilder()
          .withMetadata(Meta.of(name, namespace))
          .addToData(SCRIPT, new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CronJob schedule() {
    return new CronJobBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .withSchedule(props.schedule().text())
        .withTimeZone("Etc/UTC")
        .withConcurrencyPolicy("Forbid")
        .withStartingDeadlineSeconds(props.deadline().toSeconds())
        .withSuccessfulJobsHistoryLimit(1)
        .withFailedJobsHistoryLimit(1)
        .withNewJobTemplate()
        .withNewSpec()
        // Another try would take the claims that went well once more: the next night will do.
        .withBackoffLimit(0)
        .withActiveDeadlineSeconds(props.deadline().toSeconds())
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app.kubernetes.io/name", name)
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
        .withServiceAccountName(name)
        .withAutomountServiceAccountToken(true)
        .withRestartPolicy("Never")
        .withSecurityContext(user())
        .withContainers(container())
        .withVolumes(Volumes.configMap(SCRIPTS, name), Volumes.empty(TEMPORARY))
        .build();
  }

  private static PodSecurityContext user() {
    return new PodSecurityContextBuilder(Confinement.pod())
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .build();
  }

  private Container container() {
    return new ContainerBuilder()
        .withName("snapshot")
        .withImage(image.text())
        .withCommand("/bin/bash", "/scripts/" + SCRIPT)
        .withArgs(classes())
        .withEnv(
            EnvVars.of("OWNER", name),
            EnvVars.of("KEEP", Integer.toString(props.keep())),
            EnvVars.of("HOME", "/tmp"))
        .withSecurityContext(Confinement.container())
        .withResources(Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(128)).model())
        .withVolumeMounts(Volumes.readOnly(SCRIPTS, "/scripts"), Volumes.mount(TEMPORARY, "/tmp"))
        .build();
  }

  private List<String> classes() {
    return props.targets().stream()
        .map(target -> target.volumes().name() + "=" + target.snapshots().name())
        .toList();
  }
}

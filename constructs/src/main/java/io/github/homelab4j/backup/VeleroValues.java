package io.github.homelab4j.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.EnvVars;
import io.github.homelab4j.kube.Volumes;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Durations;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The values of Velero's chart. */
record VeleroValues(
    String fullnameOverride,
    List<Container> initContainers,
    PodSecurityContext podSecurityContext,
    SecurityContext containerSecurityContext,
    Compute resources,
    Metrics metrics,
    boolean upgradeCRDs,
    Configuration configuration,
    Credentials credentials,
    boolean snapshotsEnabled,
    boolean deployNodeAgent,
    Optional<NodeAgent> nodeAgent,
    Map<String, Schedule> schedules) {
  private static final String TEMPORARY = "tmp";
  private static final String LOCATION = "default";
  private static final String CLASS_OF = "velero.io/csi-volumesnapshot-class_";
  private static final Compute SERVER =
      Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.mi(512));
  private static final Compute AGENT =
      Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.gi(1));
  private static final Compute COPIES_A_FILE =
      Compute.of(Quantity.millis(10), Quantity.mi(16), Quantity.mi(64));

  // Its image names its user by name, which the kubelet cannot tell from root; this is the number
  // that the image of its plugin has.
  private static final long USER = 65532;

  static VeleroValues of(String name, VeleroProps props, SecretRef login, ImageRef plugin) {
    var copies = props.copiesVolumes();
    return new VeleroValues(
        name,
        List.of(plugin(plugin)),
        Confinement.pod(USER),
        Confinement.container(),
        SERVER,
        Metrics.of(props),
        // Flux brings its definitions up to date.
        false,
        configuration(props),
        new Credentials(true, login),
        // Those of clouds: snapshots of CSI need none.
        false,
        copies,
        copies ? Optional.of(NodeAgent.confined()) : Optional.empty(),
        schedules(props));
  }

  private static Container plugin(ImageRef image) {
    return new ContainerBuilder()
        .withName("velero-plugin-for-aws")
        .withImage(image.text())
        .withSecurityContext(Confinement.container())
        .withResources(COPIES_A_FILE.model())
        .withVolumeMounts(Volumes.mount("plugins", "/target"))
        .build();
  }

  private static Configuration configuration(VeleroProps props) {
    return new Configuration(
        List.of(new Location(LOCATION, "aws", props.bucket().name(), true, s3(props.bucket()))),
        props.snapshots().isEmpty() ? Optional.empty() : Optional.of("EnableCSI"),
        // Its own file system is read-only, and it keeps files of its own at home.
        List.of(EnvVars.of("HOME", "/scratch")));
  }

  // Stores other than Amazon's refuse the checksums that its client adds by default.
  private static Map<String, String> s3(BucketRef bucket) {
    var config = new TreeMap<String, String>();
    config.put("region", bucket.store().region());
    config.put("s3Url", bucket.store().endpoint());
    config.put("s3ForcePathStyle", "true");
    config.put("checksumAlgorithm", "");
    return config;
  }

  private static Map<String, Schedule> schedules(VeleroProps props) {
    var classes = new TreeMap<String, String>();
    props.snapshots().forEach(each -> classes.put(CLASS_OF + each.driver(), each.name()));
    var all = new LinkedHashMap<String, Schedule>();
    for (var each : props.schedules()) {
      var template =
          new Template(
              Durations.go(each.ttl()),
              LOCATION,
              each.namespaces().stream().map(NamespaceRef::name).toList(),
              !props.snapshots().isEmpty(),
              props.copiesVolumes());
      all.put(each.name(), new Schedule(classes, each.schedule(), false, template));
    }
    return all;
  }

  record Metrics(Monitor serviceMonitor, Monitor nodeAgentPodMonitor) {
    static Metrics of(VeleroProps props) {
      return new Metrics(
          new Monitor(props.metrics(), false),
          new Monitor(props.metrics() && props.copiesVolumes(), false));
    }
  }

  record Monitor(boolean enabled, boolean autodetect) {}

  record Configuration(
      List<Location> backupStorageLocation, Optional<String> features, List<EnvVar> extraEnvVars) {}

  record Location(
      String name,
      String provider,
      String bucket,
      @JsonProperty("default") boolean byDefault,
      Map<String, String> config) {}

  record Credentials(boolean useSecret, SecretRef existingSecret) {}

  // It makes pods that read volumes, and reads none itself.
  record NodeAgent(
      boolean disableHostPath,
      PodSecurityContext podSecurityContext,
      SecurityContext containerSecurityContext,
      Compute resources,
      List<Volume> extraVolumes,
      List<VolumeMount> extraVolumeMounts) {
    static NodeAgent confined() {
      return new NodeAgent(
          true,
          new PodSecurityContextBuilder(Confinement.anyUser()).withRunAsUser(0L).build(),
          Confinement.container(),
          AGENT,
          List.of(Volumes.empty(TEMPORARY)),
          List.of(Volumes.mount(TEMPORARY, "/tmp")));
    }
  }

  record Schedule(
      Map<String, String> annotations,
      CronSchedule schedule,
      boolean useOwnerReferencesInBackup,
      Template template) {}

  record Template(
      String ttl,
      String storageLocation,
      List<String> includedNamespaces,
      boolean snapshotVolumes,
      boolean snapshotMoveData) {}
}

package io.github.homelab4j.apps;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Volumes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/** The volumes of an {@link Application}. */
final class AppVolumes {
  private AppVolumes() {}

  /** Claims that stand by themselves. */
  static List<HasMetadata> claims(AppMeta meta, ApplicationProps props) {
    return of(props, AppVolume.Claim.class).stream()
        .filter(claim -> !isTemplate(claim, props))
        .<HasMetadata>map(claim -> claim(claim, Optional.of(meta.namespace())))
        .toList();
  }

  /** Claims that a StatefulSet makes for each copy. */
  static List<PersistentVolumeClaim> templates(ApplicationProps props) {
    return of(props, AppVolume.Claim.class).stream()
        .filter(claim -> isTemplate(claim, props))
        .map(claim -> claim(claim, Optional.empty()))
        .toList();
  }

  /** ConfigMaps. */
  static List<HasMetadata> files(AppMeta meta, ApplicationProps props) {
    return of(props, AppVolume.Files.class).stream()
        .<HasMetadata>map(
            files ->
                new ConfigMapBuilder()
                    .withMetadata(Meta.of(configMap(meta, files), meta.namespace()))
                    .withData(files.texts())
                    .build())
        .toList();
  }

  /** What changes with the files; empty when there are none. */
  static Optional<String> checksum(ApplicationProps props) {
    var files = of(props, AppVolume.Files.class);
    var sum = new CRC32();
    files.forEach(each -> sum.update(each.texts().toString().getBytes(StandardCharsets.UTF_8)));
    return files.isEmpty() ? Optional.empty() : Optional.of(Long.toHexString(sum.getValue()));
  }

  /** Whether it has a volume that one machine at a time mounts. */
  static boolean holdsItsOwn(ApplicationProps props) {
    return of(props, AppVolume.Claim.class).stream().anyMatch(claim -> !claim.shared());
  }

  static boolean hasClaims(ApplicationProps props) {
    return !of(props, AppVolume.Claim.class).isEmpty();
  }

  static List<Volume> volumes(
      AppMeta meta, ApplicationProps props, Function<SecretSource, SecretKeyRef> secrets) {
    return props.volumes().stream()
        .filter(volume -> !isTemplate(volume, props))
        .map(volume -> volume(meta, volume, secrets))
        .toList();
  }

  static List<VolumeMount> mounts(ApplicationProps props) {
    return props.volumes().stream()
        .map(
            volume ->
                volume instanceof AppVolume.Claim || volume instanceof AppVolume.Scratch
                    ? Volumes.mount(volume.name(), volume.path())
                    : Volumes.readOnly(volume.name(), volume.path()))
        .toList();
  }

  private static Volume volume(
      AppMeta meta, AppVolume volume, Function<SecretSource, SecretKeyRef> secrets) {
    var model = new VolumeBuilder().withName(volume.name());
    if (volume instanceof AppVolume.Claim) {
      return model.withNewPersistentVolumeClaim(volume.name(), null).build();
    } else if (volume instanceof AppVolume.Scratch scratch) {
      return model.withNewEmptyDir().withSizeLimit(scratch.size().model()).endEmptyDir().build();
    } else if (volume instanceof AppVolume.Files files) {
      return Volumes.configMap(volume.name(), configMap(meta, files));
    }
    var key = secrets.apply(((AppVolume.SecretFile) volume).secret());
    return model
        .withNewSecret()
        .withSecretName(key.secret().name())
        .addNewItem(key.key(), null, key.key())
        .endSecret()
        .build();
  }

  private static String configMap(AppMeta meta, AppVolume.Files files) {
    return meta.name() + "-" + files.name();
  }

  private static PersistentVolumeClaim claim(AppVolume.Claim claim, Optional<String> namespace) {
    return new PersistentVolumeClaimBuilder()
        .withMetadata(
            namespace
                .map(name -> Meta.of(claim.name(), name))
                .orElseGet(() -> Meta.clusterScoped(claim.name())))
        .withNewSpec()
        .withAccessModes(claim.shared() ? "ReadWriteMany" : "ReadWriteOnce")
        .withStorageClassName(claim.storage().name())
        .withNewResources()
        .addToRequests("storage", claim.size().model())
        .endResources()
        .endSpec()
        .build();
  }

  // One that is shared is there once, also for the copies of a StatefulSet.
  private static boolean isTemplate(AppVolume volume, ApplicationProps props) {
    return props.kind() == AppKind.STATEFUL_SET
        && volume instanceof AppVolume.Claim claim
        && !claim.shared();
  }

  private static <V extends AppVolume> List<V> of(ApplicationProps props, Class<V> kind) {
    return props.volumes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

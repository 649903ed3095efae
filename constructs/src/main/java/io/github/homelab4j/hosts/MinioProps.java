package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.MountRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link Minio}. */
@Value.Immutable
public interface MinioProps extends HasHost {
  /** The machine; its service {@code s3} says on which port. */
  @Override
  HostPlan host();

  /** The machine's processor, which its programs are downloaded for. */
  K3s.Architecture architecture();

  /** The folder with the data; {@code /srv/minio} by default. */
  @Value.Default
  default String data() {
    return "/srv/minio";
  }

  /**
   * The file system that the folder is on, where it is not that of the machine; none by default.
   */
  Optional<MountRef> mount();

  /** The first login, with properties {@code root-user} and {@code root-password}. */
  StoreItemRef root();

  /** What it keeps. */
  List<Bucket> buckets();

  /** The service of the host that its web interface is; off by default. */
  Optional<HostService> console();

  /** The region to sign for; {@code us-east-1} by default, which MinIO takes. */
  @Value.Default
  default String region() {
    return "us-east-1";
  }

  /**
   * A bucket, and the one login that may use it and nothing else.
   *
   * @param name its name
   * @param credentials item with {@code access-key-id} and {@code secret-access-key}
   */
  record Bucket(String name, StoreItemRef credentials) {}

  /** Each bucket has a name and a login of its own; the web interface is one of the host's. */
  @Value.Check
  default void check() {
    for (var bucket : buckets()) {
      if (!bucket.name().matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
        Invalid.setting(
            "'%s' is not the name of a bucket: use 3 to 63 lower-case letters, digits and hyphens"
                .formatted(bucket.name()));
      }
    }
    if (buckets().stream().map(Bucket::name).distinct().count() < buckets().size()) {
      Invalid.setting(
          "buckets %s name one twice: keep one"
              .formatted(buckets().stream().map(Bucket::name).toList()));
    }
    if (buckets().stream().map(Bucket::credentials).distinct().count() < buckets().size()
        || buckets().stream().anyMatch(bucket -> bucket.credentials().equals(root()))) {
      Invalid.setting(
          "buckets %s share a login, and who has it reads them all: give each an item of its own"
              .formatted(buckets().stream().map(Bucket::name).toList()));
    }
    mount()
        .filter(disk -> !data().startsWith(disk.path() + "/"))
        .ifPresent(
            disk ->
                Invalid.setting(
                    "%s is not in the file system at %s: take a folder below it"
                        .formatted(data(), disk.path())));
    if (!data().matches("(/[A-Za-z0-9_.-]+)+")) {
      Invalid.setting(
          "'%s' is not a folder for data: give its absolute path in letters and digits"
              .formatted(data()));
    }
    console()
        .filter(service -> !host().services().contains(service))
        .ifPresent(
            service ->
                Invalid.setting(
                    "host %s does not serve %s: add the service to it in the plan"
                        .formatted(host().name(), service.name())));
    host().service(Minio.SERVICE);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MinioProps}. */
  final class Builder extends ImmutableMinioProps.Builder {}
}

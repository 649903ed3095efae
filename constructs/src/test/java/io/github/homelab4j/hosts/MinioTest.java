package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.hosts.MinioProps.Bucket;
import java.util.function.UnaryOperator;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class MinioTest {
  private static final Bucket VOLUMES =
      new Bucket("longhorn-backups", House.STORE.item("minio/longhorn"));
  private static final Bucket MACHINES =
      new Bucket("restic-backups", House.STORE.item("minio/restic"));

  private final House house = new House();

  @Test
  void listens_where_the_plan_says_and_keeps_its_login_out() {
    assertThat(minio(each -> each))
        .hasKind(house.server, "etc/default/minio.j2", FileKind.ENVIRONMENT)
        .file(house.server, "etc/default/minio.j2")
        .endsWith(
            """
            MINIO_ROOT_USER='{{ minio_root_root_user }}'
            MINIO_ROOT_PASSWORD='{{ minio_root_root_password }}'
            MINIO_VOLUMES='/srv/minio'
            MINIO_OPTS='--address 10.7.0.11:9091'
            MINIO_BROWSER='off'
            """);
  }

  @Test
  void shows_its_pages_when_told_to() {
    assertThat(minio(each -> each.console(house.server.service("minio-console"))))
        .file(house.server, "etc/default/minio.j2")
        .contains("MINIO_OPTS='--address 10.7.0.11:9091 --console-address 10.7.0.11:9092'\n")
        .contains("MINIO_BROWSER='on'\n");
  }

  @Test
  void a_login_may_use_its_own_bucket_alone() {
    assertThat(minio(each -> each))
        .hasKind(house.server, "etc/minio/policies/longhorn-backups.json", FileKind.S3_POLICY)
        .file(house.server, "etc/minio/policies/longhorn-backups.json")
        .contains("\"arn:aws:s3:::longhorn-backups\"", "\"arn:aws:s3:::longhorn-backups/*\"")
        .doesNotContain("restic");
    assertThat(minio(each -> each))
        .file(house.server, "etc/minio/setup.sh")
        .startsWith("#!/bin/sh\n")
        .contains("until mc alias set homelab http://10.7.0.11:9091 ")
        .endsWith(
            """
            bucket longhorn-backups "$BUCKET_LONGHORN_BACKUPS_ID" "$BUCKET_LONGHORN_BACKUPS_KEY"
            bucket restic-backups "$BUCKET_RESTIC_BACKUPS_ID" "$BUCKET_RESTIC_BACKUPS_KEY"
            """);
    assertThat(minio(each -> each))
        .file(house.server, "etc/minio/users.env.j2")
        .contains("BUCKET_RESTIC_BACKUPS_KEY='{{ minio_restic_secret_access_key }}'\n");
  }

  @Test
  void starts_after_its_disk() {
    assertThat(minio(each -> each.data("/data/minio")))
        .file(house.server, "etc/systemd/system/minio.service")
        .contains("RequiresMountsFor=/data/minio\n");
  }

  @Test
  void is_downloaded_for_the_machine_in_the_version_that_is_pinned() {
    var minio = minio(each -> each);

    assertThat(minio.setup(house.server).downloads())
        .extracting(HostSetup.Download::url)
        .containsExactly(
            "https://dl.min.io/server/minio/release/linux-arm64/archive/minio.RELEASE.2025-09-07T16-13-09Z",
            "https://dl.min.io/client/mc/release/linux-arm64/archive/mc.RELEASE.2025-08-13T08-35-41Z");
  }

  @Test
  void hands_out_buckets_as_their_provider() {
    var minio = minio(each -> each);
    var bucket = minio.bucket("restic-backups");

    assertThat(bucket.store().endpoint()).isEqualTo("http://10.7.0.11:9091");
    assertThat(bucket.store().secretAccessKey().item()).isEqualTo(MACHINES.credentials());
    assertThat(bucket.provider().component()).contains(minio);
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> minio.bucket("k3s-velero"))
        .withMessage(
            "minio has no bucket 'k3s-velero', only [longhorn-backups, restic-backups]: add it to its buckets");
  }

  @Test
  void says_that_it_is_no_longer_maintained() {
    assertThat(minio(each -> each).notes())
        .anyMatch(note -> note.contains("no longer maintained") && note.contains("Garage"));
  }

  @Test
  void rejects_a_login_for_two_buckets() {
    var second = new Bucket("more", VOLUMES.credentials());

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> minio(each -> each.addBuckets(second)))
        .withMessageContaining("share a login");
  }

  @Test
  void rejects_a_bucket_twice() {
    var second = new Bucket("restic-backups", House.STORE.item("minio/more"));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> minio(each -> each.addBuckets(second)))
        .withMessageContaining("name one twice");
  }

  @Test
  void rejects_what_is_no_bucket() {
    var second = new Bucket("Restic", House.STORE.item("minio/more"));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> minio(each -> each.addBuckets(second)))
        .withMessageContaining("'Restic' is not the name of a bucket");
  }

  private Minio minio(UnaryOperator<MinioProps.Builder> more) {
    var props =
        MinioProps.builder()
            .host(house.server)
            .architecture(K3s.Architecture.ARM64)
            .root(House.STORE.item("minio/root"))
            .addBuckets(VOLUMES, MACHINES);
    return new Minio(new App(), "minio", more.apply(props).build());
  }
}

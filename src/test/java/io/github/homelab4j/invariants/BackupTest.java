package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What infra-apps comes back from. */
class BackupTest {
  private static final String BARMAN = "barman-cloud.cloudnative-pg.io";

  /** infra-apps.md:576: "Scheduled backups (daily)". */
  @Test
  @Invariant(value = 58, lines = "576-579")
  void postgresql_is_backed_up_daily() {
    var backup = Lab.object(Lab.INFRA, "ScheduledBackup postgres/postgres").at("/spec");
    assertThat(backup.at("/cluster/name").asText()).isEqualTo("postgres");
    // Seconds, minutes, hours, and every day.
    assertThat(backup.path("schedule").asText()).matches("\\d+ \\d+ \\d+ \\* \\* \\*");
    assertThat(backup.path("suspend").asBoolean()).isFalse();
    assertThat(backup.path("method").asText()).isEqualTo("plugin");
    assertThat(backup.at("/pluginConfiguration/name").asText()).isEqualTo(BARMAN);
  }

  /** infra-apps.md:577-578: "WAL archiving (continuous)", and with it "PITR". */
  @Test
  @Invariant(value = 58, lines = "576-579")
  void the_log_of_postgresql_is_archived_continuously() {
    var plugins = Lab.object(Lab.INFRA, "Cluster postgres/postgres").at("/spec/plugins");
    assertThat(Lab.items(plugins).filter(each -> each.path("isWALArchiver").asBoolean()))
        .singleElement()
        .satisfies(
            plugin -> {
              assertThat(plugin.path("name").asText()).isEqualTo(BARMAN);
              assertThat(plugin.path("enabled").asBoolean(true)).isTrue();
              Lab.object(
                  Lab.INFRA,
                  "ObjectStore postgres/" + plugin.at("/parameters/barmanObjectName").asText());
            });
  }

  /** infra-apps.md:579: "Backup to S3-compatible storage". */
  @Test
  @Invariant(value = 58, lines = "576-579")
  void backups_of_postgresql_are_kept_in_s3_outside_both_clusters() {
    var store = Lab.object(Lab.INFRA, "ObjectStore postgres/postgres").at("/spec");
    assertThat(store.at("/configuration/destinationPath").asText()).startsWith("s3://");
    assertThat(store.at("/configuration/endpointURL").asText())
        .startsWith("https://")
        .doesNotContain(".svc");
    assertThat(store.path("retentionPolicy").asText()).matches("\\d+[dwm]");
    assertThat(Lab.objects("Service"))
        .extracting(service -> service.name())
        .noneMatch(name -> List.of("minio", "s3", "rook-ceph-rgw").contains(name));
  }
}

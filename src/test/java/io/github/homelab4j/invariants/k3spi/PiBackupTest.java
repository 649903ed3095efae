package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.invariants.Invariant;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of k3s-pi, and its return. */
class PiBackupTest {
  private static final String UNITS = "etc/systemd/system/";

  /** k3s-pi.md:682-683: "Daily at 2 AM", "7 daily", "4 weekly", "12 monthly". */
  @ParameterizedTest
  @ValueSource(strings = {"node1", "node2", "node3"})
  @Invariant(value = 48, lines = "675-683, 699-702")
  void every_machine_is_copied_at_two(String machine) {
    assertThat(Pi.host(machine, UNITS + "restic-backup.timer"))
        .contains("\nOnCalendar=*-*-* 02:00:00\n");
    assertThat(Pi.host(machine, UNITS + "restic-backup.service"))
        .contains("restic forget --keep-daily 7 --keep-weekly 4 --keep-monthly 12 --prune\n");
  }

  /** k3s-pi.md:676-678: "node1 /etc, /home, /var", "node2 /etc, /var/lib/rancher". */
  @ParameterizedTest
  @CsvSource({
    "node1, /etc /home /var",
    "node2, /etc /var/lib/rancher",
    "node3, /etc /var/lib/rancher"
  })
  @Invariant(value = 49, lines = "676-678")
  void folders_that_are_copied_are_those_of_the_document(String machine, String folders) {
    assertThat(
            Pi.host(machine, UNITS + "restic-backup.service")
                .lines()
                .filter(line -> line.contains("restic backup ")))
        .singleElement()
        .asString()
        .endsWith(" " + folders);
  }

  /** k3s-pi.md:695: "restic-backups/", "k3s-velero/", "longhorn-backups/". */
  @ParameterizedTest
  @ValueSource(strings = {"restic-backups", "k3s-velero", "longhorn-backups"})
  @Invariant(value = 50, lines = "695, 708-710")
  void each_tool_has_a_bucket_and_a_login_that_opens_no_other(String bucket) {
    assertThat(Pi.host("node1", "etc/minio/setup.sh")).contains("\nbucket %s ".formatted(bucket));
    var statements = Pi.tree("node1", "etc/minio/policies/%s.json".formatted(bucket));
    assertThat(Pi.items(statements.path("Statement")).map(each -> each.path("Resource")))
        .flatExtracting(Pi::texts)
        .containsExactlyInAnyOrder("arn:aws:s3:::" + bucket, "arn:aws:s3:::%s/*".formatted(bucket));
  }

  /** k3s-pi.md:708-710: "Restic --> Minio", "Velero --> Minio", "Longhorn --> Minio". */
  @Test
  @Invariant(value = 50, lines = "695, 708-710")
  void each_tool_writes_to_its_bucket() {
    assertThat(Pi.host("node2", "etc/restic/environment.j2"))
        .contains("RESTIC_REPOSITORY='s3:http://10.0.0.11:9091/restic-backups/node2'");
    assertThat(Pi.value("longhorn-system/longhorn", "/defaultBackupStore/backupTarget").asText())
        .startsWith("s3://longhorn-backups@");
    assertThat(velero().at("/configuration/backupStorageLocation/0/bucket").asText())
        .isEqualTo("k3s-velero");
  }

  /** k3s-pi.md:727-733: the steps 1 to 6. */
  @Test
  @Invariant(value = 51, lines = "727-733")
  void what_comes_back_comes_back_in_the_order_of_the_document() {
    for (var machine : new String[] {"node1", "node2", "node3"}) {
      assertThat(Pi.host(machine, "cloud-init/user-data")).startsWith("#cloud-config\n");
    }
    assertThat(Pi.host("workstation", "Makefile"))
        .contains("\nall: external-setup nodes-setup k3s-install k3s-bootstrap\n");
    assertThat(Pi.host("workstation", "ansible/k3s-bootstrap.yaml"))
        .containsSubsequence("/bootstrap && just ", "definitions", "core", "takeover");
    assertThat(Pi.file("bootstrap/RECOVERY.md"))
        .containsSubsequence(
            "Velero is switched off",
            "switch it on in the stack first",
            "`velero restore create --from-backup full-backup`")
        .containsSubsequence(
            "- Phase -1: Machines",
            "## Bootstrap",
            "- Phase 3: GitOps takeover",
            "## When it runs",
            "### longhorn",
            "restore the latest backup of each volume under its old name");
  }

  /** k3s-pi.md:731: "--from-backup full-backup". */
  @Test
  @Invariant(value = 51, lines = "727-733")
  void velero_makes_the_backup_that_is_restored() {
    assertThat(velero().path("schedules").fieldNames()).toIterable().contains("full-backup");
  }

  /** k3s-pi.md:735: "Recovery time: 30-60 minutes". */
  @Test
  @Invariant(value = 52, lines = "735")
  void recovery_says_how_long_it_takes() {
    assertThat(Pi.file("bootstrap/RECOVERY.md")).contains("\nIt takes 30 to 60 minutes.\n");
  }

  // It is switched off: nothing of it is written, but it is checked as though it were.
  private static JsonNode velero() {
    return Resolver.resolveAll(new K3sPiHomelab())
        .clusters()
        .get(0)
        .objects()
        .filter(object -> object.describe().equals("HelmRelease velero/velero"))
        .findFirst()
        .orElseThrow()
        .at("/spec/values");
  }
}

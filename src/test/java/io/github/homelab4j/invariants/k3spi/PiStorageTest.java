package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.invariants.Invariant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The disks and volumes of k3s-pi. */
class PiStorageTest {
  private static final String TARGET = "etc/rtslib-fb-target/saveconfig.json";

  /** k3s-pi.md:42, 48 and 191: "LUN1 100GB → node2", "LUN2 100GB → node3", "/storage". */
  @ParameterizedTest
  @CsvSource({"node2, 1, lun1", "node3, 2, lun2"})
  @Invariant(value = 24, lines = "37, 42, 48, 188-191")
  void each_node_gets_its_lun_of_100_gb_at_storage(String node, int lun, String volume) {
    var initiator =
        Pi.host(node, "etc/iscsi/initiatorname.iscsi")
            .lines()
            .filter(line -> line.startsWith("InitiatorName="))
            .findFirst()
            .orElseThrow()
            .substring("InitiatorName=".length());
    assertThat(acls())
        .filteredOn(acl -> acl.path("node_wwn").asText().equals(initiator))
        .singleElement()
        .satisfies(
            acl ->
                assertThat(Pi.items(acl.path("mapped_luns")).map(each -> each.path("tpg_lun")))
                    .extracting(JsonNode::asInt)
                    .containsExactly(lun));
    assertThat(portal().at("/luns").findValuesAsText("storage_object"))
        .contains("/backstores/block/" + volume);
    assertThat(Pi.host("node1", "usr/local/sbin/make-volumes"))
        .contains("\nvolume %s 100000000000\n".formatted(volume));
    assertThat(Pi.host(node, "etc/systemd/system/storage.mount")).contains("\nWhere=/storage\n");
  }

  /** k3s-pi.md:191: each LUN has one arrow. */
  @Test
  @Invariant(value = 25, lines = "37, 64-65, 191")
  void a_lun_is_for_one_node_only() {
    assertThat(
            acls().stream()
                .flatMap(acl -> Pi.items(acl.path("mapped_luns")))
                .map(each -> each.path("tpg_lun").asInt()))
        .containsExactlyInAnyOrder(1, 2);
    // Who has no entry gets nothing.
    assertThat(portal().at("/attributes/generate_node_acls").asInt(1)).isZero();
  }

  /** k3s-pi.md:183-184: "node2:/storage/longhorn/", "node3:/storage/longhorn/". */
  @Test
  @Invariant(value = 26, lines = "183-184")
  void longhorn_keeps_its_replicas_on_the_luns() {
    var path = Pi.value("longhorn-system/longhorn", "/defaultSettings/defaultDataPath").asText();
    assertThat(path).isEqualTo("/storage/longhorn/");
    for (var unit : List.of("node2/etc/systemd/system/k3s", "node3/etc/systemd/system/k3s-agent")) {
      assertThat(Pi.hosts().get(unit + ".service"))
          .contains("\nExecStartPre=/bin/mountpoint -q /storage\n");
    }
    // On both: not only on those that a label names.
    assertThat(
            Pi.value("longhorn-system/longhorn", "/defaultSettings/createDefaultDiskLabeledNodes")
                .asBoolean(true))
        .isFalse();
  }

  /** k3s-pi.md:175: "Replicas: 2-3". */
  @ParameterizedTest
  @CsvSource({"/persistence/defaultClassReplicaCount", "/defaultSettings/defaultReplicaCount"})
  @Invariant(value = 27, lines = "175-177, 183-184")
  void volumes_have_as_many_replicas_as_there_are_nodes_to_hold_them(String setting) {
    assertThat(Pi.value("longhorn-system/longhorn", setting).asInt())
        .isBetween(2, 3)
        .isLessThanOrEqualTo(Pi.PLAN.cluster().nodes().size());
  }

  /**
   * k3s-pi.md:173: "Provisioner: driver.longhorn.io", "ReclaimPolicy: Delete", "VolumeExpansion".
   *
   * <p>Longhorn makes the class itself, always with expansion: the construct says where, and the
   * fact that it states is what is compared here.
   */
  @Test
  @Invariant(value = 28, lines = "173")
  void the_class_is_longhorns_and_deletes_what_is_released() {
    var values = Pi.value("longhorn-system/longhorn", "/persistence");
    assertThat(values.path("createStorageClass").asBoolean()).isTrue();
    assertThat(values.path("reclaimPolicy").asText()).isEqualTo("Delete");
    assertThat(facts())
        .filteredOn(fact -> fact.kind().equals("StorageClass"))
        .extracting(ChartFact::name, ChartFact::detail)
        .containsExactly(
            tuple(
                "longhorn",
                "of provisioner driver.longhorn.io, allowVolumeExpansion: true (chart/templates/storageclass.yaml)"));
    assertThat(Pi.objects("VolumeSnapshotClass"))
        .allMatch(each -> each.at("/driver").asText().equals("driver.longhorn.io"));
  }

  /** k3s-pi.md:169-173 and 202-208: "PVC: my-data-1", "10Gi ReadWriteOnce", "SC". */
  @ParameterizedTest
  @CsvSource({
    "my-data-1, 10Gi, ReadWriteOnce",
    "my-data-2, 5Gi, ReadWriteOnce",
    "my-data-3, 20Gi, ReadWriteMany"
  })
  @Invariant(value = 29, lines = "169-177, 202-208")
  void volumes_of_applications_are_longhorns(String name, String size, String mode) {
    var claim = PiWithApplication.object("PersistentVolumeClaim my-app/" + name);
    assertThat(claim.at("/spec/storageClassName").asText()).isEqualTo("longhorn");
    assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo(size);
    assertThat(Pi.texts(claim.at("/spec/accessModes"))).containsExactly(mode);
  }

  /** k3s-pi.md:173: the one StorageClass that there is. */
  @Test
  @Invariant(value = 29, lines = "169-177, 202-208")
  void volumes_of_everything_else_are_longhorns_too() {
    assertThat(
            Stream.of("storageClassName", "storageClass")
                .flatMap(field -> Pi.fields(field).stream()))
        .hasSizeGreaterThanOrEqualTo(4)
        .containsOnly("longhorn");
  }

  /**
   * k3s-pi.md:246-258: both "Write primary replica" and "Write secondary replica" before "Write
   * complete".
   *
   * <p>Longhorn writes to all replicas before it answers, and has no setting for anything else.
   * What is ours: there are two replicas, on different nodes, and no disk answers before it has
   * written.
   */
  @Test
  @Invariant(value = 30, lines = "246-258")
  void what_is_written_is_on_both_nodes() {
    var settings = Pi.value("longhorn-system/longhorn", "/defaultSettings");
    assertThat(settings.path("defaultReplicaCount").asInt()).isEqualTo(2);
    assertThat(settings.path("replicaSoftAntiAffinity").asBoolean(false)).isFalse();
    assertThat(Pi.tree("node1", TARGET).path("storage_objects").findValues("write_back"))
        .hasSize(2)
        .noneMatch(JsonNode::asBoolean);
  }

  /** k3s-pi.md:195: "LVM: 170GB", "LUN1: 100GB", "LUN2: 100GB". */
  @Test
  @Invariant(value = 31, lines = "195")
  void luns_are_thin_and_that_they_exceed_their_disk_is_told() {
    assertThat(Pi.host("node1", "usr/local/sbin/make-volumes"))
        .contains("--type thin-pool")
        .contains("lvcreate --thin --virtualsize");
    assertThat(PiSynthesis.warnings())
        .filteredOn(warning -> warning.code().equals("SPACE_OVERCOMMITTED"))
        .extracting(Finding::path, Finding::message)
        .singleElement()
        .asString()
        .contains("k3s-pi/lvm", "170G and promised 100G + 100G");
  }

  private static List<ChartFact> facts() {
    return Pi.cluster().model().components().stream()
        .filter(component -> component.id().equals("longhorn"))
        .map(Component::facts)
        .flatMap(List::stream)
        .toList();
  }

  private static JsonNode portal() {
    return Pi.tree("node1", TARGET).at("/targets/0/tpgs/0");
  }

  private static List<JsonNode> acls() {
    return Pi.items(portal().path("node_acls")).toList();
  }
}

package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where infra-apps keeps its data. */
class StorageTest {
  /** infra-apps.md:279-280: "rook-ceph-block (RBD)", "rook-ceph-filesystem (CephFS)". */
  @Test
  @Invariant(value = 31, lines = "279-280")
  void ceph_has_two_storage_classes_in_infra() {
    var values = Lab.value(Lab.INFRA, "rook-ceph/rook-ceph-cluster", "");
    assertThat(classes(values.path("cephBlockPools"))).containsExactly("rook-ceph-block");
    assertThat(classes(values.path("cephFileSystems"))).containsExactly("rook-ceph-filesystem");
    assertThat(values.path("cephObjectStores")).isEmpty();
  }

  /** infra-apps.md:279-280: the same classes, for volumes of apps. */
  @ParameterizedTest
  @CsvSource({"rook-ceph-block, rbd, pool", "rook-ceph-filesystem, cephfs, fsName"})
  @Invariant(value = 31, lines = "279-280")
  void ceph_has_the_same_storage_classes_in_apps(String name, String driver, String where) {
    var storageClass = Lab.object(Lab.APPS, "StorageClass " + name);
    assertThat(storageClass.at("/provisioner").asText())
        .isEqualTo("rook-ceph.%s.csi.ceph.com".formatted(driver));
    assertThat(storageClass.at("/parameters/" + where).asText()).isEqualTo(name);
  }

  /** infra-apps.md:286: "GitLab (CephFS)". */
  @Test
  @Invariant(value = 32, lines = "286")
  void gitlab_uses_the_filesystem() {
    assertThat(storageClassesOf(Lab.value(Lab.APPS, "gitlab/gitlab", "")))
        .containsExactly("rook-ceph-filesystem");
  }

  /** infra-apps.md:287: "Harbor (RBD)". */
  @Test
  @Invariant(value = 33, lines = "287-288")
  void harbor_uses_block_storage() {
    assertThat(storageClassesOf(Lab.value(Lab.APPS, "harbor/harbor", "")))
        .containsExactly("rook-ceph-block");
  }

  /** infra-apps.md:288: "PostgreSQL (RBD)". */
  @Test
  @Invariant(value = 33, lines = "287-288")
  void postgresql_uses_block_storage() {
    assertThat(storageClassesOf(Lab.object(Lab.INFRA, "Cluster postgres/postgres").tree()))
        .containsExactly("rook-ceph-block");
  }

  /** infra-apps.md:304-305: Victoria Metrics and Dragonfly are on "fast local" volumes. */
  @ParameterizedTest
  @CsvSource({
    "VMSingle observability/main, openebs-hostpath",
    "HelmRelease observability/victoria-logs, openebs-hostpath",
    "Dragonfly dragonfly/dragonfly-gitlab, openebs-lvm",
    "Dragonfly dragonfly/dragonfly-harbor, openebs-lvm"
  })
  @Invariant(value = 34, lines = "301-305")
  void metrics_and_caches_use_local_volumes(String object, String storageClass) {
    assertThat(storageClassesOf(Lab.object(Lab.INFRA, object).tree()))
        .containsExactly(storageClass);
  }

  /** infra-apps.md:297-298: "Hostpath" and "LVM" are OpenEBS. */
  @Test
  @Invariant(value = 34, lines = "301-305")
  void local_volumes_are_those_of_openebs() {
    assertThat(
            Lab.value(Lab.INFRA, "openebs/openebs", "/localpv-provisioner/hostpathClass/name")
                .asText())
        .isEqualTo("openebs-hostpath");
    assertThat(Lab.object(Lab.INFRA, "StorageClass openebs-lvm").at("/provisioner").asText())
        .isEqualTo("local.csi.openebs.io");
  }

  private static TreeSet<String> storageClassesOf(JsonNode tree) {
    var names = new TreeSet<>(tree.findValuesAsText("storageClass"));
    names.addAll(tree.findValuesAsText("storageClassName"));
    return names;
  }

  private static Iterable<String> classes(JsonNode pools) {
    return pools.findValues("storageClass").stream()
        .filter(each -> each.path("enabled").asBoolean())
        .map(each -> each.path("name").asText())
        .toList();
  }
}

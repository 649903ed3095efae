package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import org.junit.jupiter.api.Test;

/** Grafana and Velero of k3s-pi: composed, switched off, and what they do once they are on. */
class PiSwitchedOffTest {
  private static final ClusterModel ALL = Resolver.resolveAll(new K3sPiHomelab()).clusters().get(0);

  @Test
  void grafana_and_velero_are_composed_and_nothing_of_them_is_written() {
    var pi = Fleet.cluster("k3s-pi");
    assertThat(pi.model().switchedOff())
        .extracting(Component::id)
        .containsExactlyInAnyOrder("grafana", "velero");
    assertThat(pi.files().keySet())
        .noneMatch(file -> file.contains("grafana"))
        .noneMatch(file -> file.startsWith("apps/velero"));
    assertThat(pi.files().get("apps/monitoring/kustomization.yaml"))
        .contains("./prometheus/ks.yaml")
        .doesNotContain("grafana");
  }

  /** In place of a line that is commented out. */
  @Test
  void the_list_of_what_flux_applies_has_no_line_of_velero_until_it_is_switched_on() {
    var pi = Fleet.cluster("k3s-pi");
    assertThat(pi.files().get("apps/kustomization.yaml")).doesNotContain("velero");
    assertThat(pi.files().get("README.md"))
        .contains("`enabled(true)` in the stack makes them run.")
        .contains("| velero | velero | chart ");
    assertThat(ALL.switchedOff()).isEmpty();
    assertThat(ALL.unit("velero")).isPresent();
  }

  @Test
  void velero_is_one_of_the_optional_services_of_level_7() {
    assertThat(ALL.cluster().startLevels())
        .filteredOn(level -> level.name().equals("7"))
        .singleElement()
        .satisfies(level -> assertThat(level.title()).isEqualTo("Optional services"))
        .satisfies(
            level -> assertThat(level.members()).extracting(Component::id).contains("velero"));
  }

  @Test
  void grafana_draws_dashboards_of_rates_that_it_asks_prometheus_for() {
    var source = value("grafana", "/datasources/datasources.yaml/datasources/0");
    assertThat(source.path("type").asText()).isEqualTo("prometheus");
    assertThat(source.path("url").asText())
        .isEqualTo("http://prometheus.monitoring.svc.cluster.local:9090/prometheus");
    assertThat(
            ALL.unit("grafana")
                .orElseThrow()
                .objects()
                .filter(map -> map.kind().equals("ConfigMap")))
        .isNotEmpty()
        .anySatisfy(map -> assertThat(map.tree().toString()).contains("rate("));
  }

  @Test
  void velero_keeps_full_backup_of_everything_in_bucket_k3s_velero_of_node1() {
    var place = value("velero", "/configuration/backupStorageLocation/0");
    assertThat(place.path("provider").asText()).isEqualTo("aws");
    assertThat(place.path("bucket").asText()).isEqualTo("k3s-velero");
    assertThat(place.at("/config/s3Url").asText()).isEqualTo("http://10.0.0.11:9091");
    var template = value("velero", "/schedules/full-backup/template");
    assertThat(template.path("includedNamespaces").isMissingNode()).isTrue();
    assertThat(template.path("snapshotVolumes").asBoolean()).isTrue();
  }

  /** Snapshots that stay with their volumes are lost with the cluster. */
  @Test
  void the_snapshots_of_full_backup_leave_the_cluster() {
    var annotation = "/annotations/velero.io~1csi-volumesnapshot-class_driver.longhorn.io";
    assertThat(value("velero", "/schedules/full-backup" + annotation).asText())
        .isEqualTo("longhorn-backup");
    assertThat(
            ALL.objects()
                .filter(object -> object.describe().contains("VolumeSnapshotClass longhorn-backup"))
                .map(object -> object.at("/parameters/type").asText()))
        .containsExactly("bak");
  }

  private static JsonNode value(String component, String pointer) {
    return ALL.unit(component)
        .orElseThrow()
        .objects()
        .filter(object -> object.kind().equals("HelmRelease"))
        .findFirst()
        .orElseThrow()
        .at("/spec/values" + pointer);
  }
}

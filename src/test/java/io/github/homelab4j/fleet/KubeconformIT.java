package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.unit.Version;
import io.github.homelab4j.validate.Kubeconform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every manifest in {@code clusters/} fits the schema of its kind, in the version of Kubernetes
 * that its cluster runs.
 */
class KubeconformIT {
  private static Boolean schemasAreThere;

  @TempDir private Path scratch;

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void every_manifest_that_was_written_fits_the_schema_of_its_kind(FleetCluster cluster)
      throws IOException {
    validate(cluster, Settings.clusters().resolve(cluster.id()));
  }

  @ParameterizedTest
  @FieldSource("io.github.homelab4j.example.PlannedHomelab#CLUSTERS")
  void what_is_planned_fits_the_schemas_of_its_kinds(String id) throws IOException {
    var planned = Fleet.cluster(id);
    var folder = scratch.resolve(id);
    for (var file : planned.files().entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    validate(planned, folder);
  }

  private void validate(FleetCluster cluster, Path folder) throws IOException {
    requireKubeconform();
    var result = Settings.kubeconform().validate(folder, version(cluster));
    assertThat(result.findings()).as("what kubeconform finds in cluster %s", cluster).isEmpty();
    // A skipped resource is one without a schema: it would pass whatever is in it.
    assertThat(List.of(result.invalid(), result.errors(), result.skipped()))
        .as("invalid, errors and skipped of cluster %s", cluster)
        .containsExactly(0, 0, 0);
    assertThat((long) result.valid())
        .as("resources of cluster %s that were read", cluster)
        .isEqualTo(cluster.objects().count());
  }

  private void requireKubeconform() throws IOException {
    var kubeconform = Settings.kubeconform();
    var missing =
        "kubeconform is not installed: run %s, or give -Dkubeconform.path=<program>"
            .formatted(Kubeconform.INSTALL);
    if (Settings.kubeconformRequired()) {
      assertThat(kubeconform.isInstalled()).as(missing).isTrue();
      return;
    }
    Settings.assume(kubeconform.isInstalled(), missing);
    if (schemasAreThere == null) {
      schemasAreThere = kubeconform.findsSchemas(version(Fleet.written().get(0)));
    }
    Settings.assume(
        schemasAreThere,
        "the schemas cannot be downloaded: go online, or give -Dkubeconform.schemaLocations=<templates of local files>");
  }

  private static Version version(FleetCluster cluster) {
    return cluster.model().cluster().plan().kubernetesVersion();
  }
}

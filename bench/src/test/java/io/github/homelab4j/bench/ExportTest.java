package io.github.homelab4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir private Path clusters;

  @Test
  void every_object_is_exported_with_the_folder_of_its_component() throws IOException {
    write(
        "home/apps/web/shop/app/service.yaml",
        "# head\n---\napiVersion: v1\nkind: Service\nmetadata: {name: shop}");
    write(
        "home/apps/web/shop/ks.yaml",
        "apiVersion: a/v1\nkind: A\nmetadata: {name: a}\n---\napiVersion: b/v1\nkind: B\nmetadata: {name: b}\n");
    assertThat(Export.read(clusters))
        .extracting(
            Export.Item::cluster, Export.Item::chart, item -> item.object().path("kind").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("home", "home-apps-web-shop", "Service"),
            org.assertj.core.groups.Tuple.tuple("home", "home-apps-web-shop", "A"),
            org.assertj.core.groups.Tuple.tuple("home", "home-apps-web-shop", "B"));
    assertThat(Export.read(clusters)).extracting(Export.Item::file).doesNotHaveDuplicates();
  }

  @Test
  void what_has_no_name_gets_one() throws IOException {
    write(
        "home/apps/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n");
    assertThat(Export.read(clusters).get(0).object().at("/metadata/name").asText())
        .isEqualTo("home-apps-kustomization");
  }

  @Test
  void files_of_machines_values_and_locks_are_no_objects() throws IOException {
    write("home/bootstrap/cilium.yaml", "k8sServiceHost: 192.0.2.1\n");
    write("home.lock.yaml", "harbor: 192.0.2.1\n");
    write("home/hosts/node1/compose.yaml", "services: {}\n");
    assertThat(Export.read(clusters)).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    var file = clusters.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.unit.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  @TempDir private Path folder;

  @Test
  void a_chart_of_a_registry_is_taken_apart() {
    var pin = Versions.defaults().chart("rook-ceph");
    assertThat(pin.oci()).isTrue();
    assertThat(pin.repository()).isEqualTo("oci://ghcr.io/rook/rook-ceph");
    assertThat(pin.name()).isEqualTo("rook-ceph");
    assertThat(pin.version()).startsWith("v1.");
  }

  @Test
  void a_chart_of_a_repository_is_taken_apart() {
    var pin = Versions.defaults().chart("metrics-server");
    assertThat(pin.oci()).isFalse();
    assertThat(pin.repository()).isEqualTo("https://kubernetes-sigs.github.io/metrics-server");
    assertThat(pin.name()).isEqualTo("metrics-server");
  }

  @Test
  void a_users_own_file_replaces_single_lines() throws IOException {
    var file = Files.writeString(folder.resolve("versions.yaml"), "charts:\n  rook-ceph: https://mirror.example.org/charts/rook-ceph:9.9.9\nimages:\n  own: ghcr.io/own/image:1\n");
    var versions = Versions.defaults().with(file);
    assertThat(versions.chart("rook-ceph")).isEqualTo(new ChartPin("rook-ceph", "https://mirror.example.org/charts", "rook-ceph", "9.9.9"));
    assertThat(versions.image("own")).isEqualTo(ImageRef.of("ghcr.io/own/image:1"));
    assertThat(versions.chart("metrics-server")).isEqualTo(Versions.defaults().chart("metrics-server"));
    assertThat(Versions.defaults().chart("rook-ceph").version()).isNotEqualTo("9.9.9");
  }

  @Test
  void a_file_of_another_form_and_a_missing_one_are_refused() throws IOException {
    var file = Files.writeString(folder.resolve("versions.yaml"), "chart: {}\n");
    assertThatExceptionOfType(InvalidPropsException.class).isThrownBy(() -> Versions.defaults().with(file)).withMessageContaining("write charts, images and manifests as maps of key: pin");
    assertThatExceptionOfType(InvalidPropsException.class).isThrownBy(() -> Versions.defaults().with(folder.resolve("none.yaml")));
  }

  @Test
  void a_key_without_a_line_is_told_with_those_that_have_one() {
    assertThatExceptionOfType(InvalidPropsException.class).isThrownBy(() -> Versions.defaults().chart("rook")).withMessageStartingWith("versions.yaml has no chart 'rook' (it has ").withMessageContaining("rook-ceph, ").withMessageEndingWith(": add a line for it");
  }

  @Test
  void every_pin_can_be_read() throws IOException {
    JsonNode all;
    try (var in = Versions.class.getResourceAsStream("/io/github/homelab4j/versions.yaml")) {
      all = new YAMLMapper().readTree(in);
    }
    assertThat(all.path("charts").properties()).hasSizeGreaterThan(30).allSatisfy(line -> assertThat(Versions.defaults().chart(line.getKey()).version()).as(line.toString()).matches("v?\\d+\\.\\d+\\.\\d+.*"));
    assertThat(all.path("images").properties()).isNotEmpty().allSatisfy(line -> assertThat(Versions.defaults().image(line.getKey())).hasToString(line.getValue().asText()));
    assertThat(all.path("manifests").properties()).isNotEmpty().allSatisfy(line -> assertThat(Versions.defaults().manifests(line.getKey()).url()).startsWith("https://"));
  }
}

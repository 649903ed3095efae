package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.unit.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  // Maven runs tests in the folder of their module.
  private static final Path ROOT = Path.of("..");

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
    var file =
        Files.writeString(
            folder.resolve("versions.yaml"),
            "charts:\n"
                + "  rook-ceph: https://mirror.example.org/charts/rook-ceph:9.9.9\n"
                + "images:\n"
                + "  own: ghcr.io/own/image:1\n");
    var versions = Versions.defaults().with(file);
    assertThat(versions.chart("rook-ceph"))
        .isEqualTo(
            new ChartPin("rook-ceph", "https://mirror.example.org/charts", "rook-ceph", "9.9.9"));
    assertThat(versions.image("own")).isEqualTo(ImageRef.of("ghcr.io/own/image:1"));
    assertThat(versions.chart("metrics-server"))
        .isEqualTo(Versions.defaults().chart("metrics-server"));
    assertThat(Versions.defaults().chart("rook-ceph").version()).isNotEqualTo("9.9.9");
  }

  @Test
  void a_file_of_another_form_and_a_missing_one_are_refused() throws IOException {
    var file = Files.writeString(folder.resolve("versions.yaml"), "chart: {}\n");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Versions.defaults().with(file))
        .withMessageContaining("write charts, images and manifests as maps of key: pin");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Versions.defaults().with(folder.resolve("none.yaml")));
  }

  @Test
  void a_key_without_a_line_is_told_with_those_that_have_one() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Versions.defaults().chart("rook"))
        .withMessageStartingWith("versions.yaml has no chart 'rook' (it has ")
        .withMessageContaining("rook-ceph, ")
        .withMessageEndingWith(": add a line for it");
  }

  @Test
  void every_pin_can_be_read() throws IOException {
    var all = pins();
    assertThat(all.path("charts").properties())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            line ->
                assertThat(Versions.defaults().chart(line.getKey()).version())
                    .as(line.toString())
                    .matches("v?\\d+\\.\\d+\\.\\d+.*"));
    assertThat(all.path("images").properties())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(Versions.defaults().image(line.getKey()))
                    .hasToString(line.getValue().asText()));
    assertThat(all.path("manifests").properties())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(Versions.defaults().manifests(line.getKey()).url())
                    .startsWith("https://"));
  }

  /** A line that Renovate does not see stays as it is for ever. */
  @Test
  void renovate_finds_every_line_once_and_reads_it_as_we_do() throws IOException {
    var found = new ArrayList<String>();
    var text =
        Files.readString(
            ROOT.resolve("constructs/src/main/resources/io/github/homelab4j/versions.yaml"));
    for (var manager :
        new ObjectMapper()
            .readTree(ROOT.resolve("renovate.json").toFile())
            .path("customManagers")) {
      if (manager.path("description").asText().startsWith("versions.yaml")) {
        // Renovate writes group names as Java does; its own engine has no look-around, which these
        // patterns do without.
        for (var match :
            Pattern.compile(manager.at("/matchStrings/0").asText())
                .matcher(text)
                .results()
                .toList()) {
          found.add(manager.path("datasourceTemplate").asText() + " " + match.group().trim());
        }
      }
    }
    var expected = new ArrayList<String>();
    pins()
        .path("charts")
        .properties()
        .forEach(
            line ->
                expected.add(
                    (line.getValue().asText().startsWith("oci:") ? "docker " : "helm ")
                        + line.getKey()
                        + ": "
                        + line.getValue().asText()));
    pins()
        .path("images")
        .properties()
        .forEach(line -> expected.add("docker " + line.getKey() + ": " + line.getValue().asText()));
    pins()
        .path("manifests")
        .properties()
        .forEach(
            line -> expected.add("github-tags " + line.getKey() + ": " + line.getValue().asText()));
    assertThat(found).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
  }

  private static JsonNode pins() throws IOException {
    try (var in = Versions.class.getResourceAsStream("/io/github/homelab4j/versions.yaml")) {
      return new YAMLMapper().readTree(in);
    }
  }
}

package io.github.homelab4j.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.synth.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void the_example_of_the_readme_is_the_code_that_is_tested_here() throws IOException {
    var readme = Files.readString(ROOT.resolve("README.md"));
    for (var name : List.of("HomeCluster", "HomePlan", "Home")) {
      var source =
          Files.readString(
              ROOT.resolve("src/test/java/io/github/homelab4j/example/" + name + ".java"));
      var begin = source.indexOf("// README {\n") + "// README {\n".length();
      assertThat(readme).contains(source.substring(begin, source.indexOf("// }\n", begin)));
    }
  }

  @Test
  void the_example_synthesizes() {
    var files = Synthesizer.synthesize(new Home()).files().get("home");
    assertThat(files)
        .containsKeys(
            "flux/kustomization-apps.yaml", "apps/observability/vmsingle/app/vmsingle-main.yaml");
    assertThat(files.get("apps/observability/vmagent/ks.yaml")).contains("- name: vmsingle\n");
  }
}

package io.github.homelab4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark works, with few objects and without what it compares with: no time is asserted. */
class BenchIT {
  @TempDir private Path folder;

  @Test
  void a_run_fills_the_page_and_writes_all_figures() throws IOException {
    var page = folder.resolve("page.md");
    Files.writeString(
        page,
        "# Speed\n<!-- bench/run writes from here -->\nwhat stood here\n<!-- to here -->\nend\n");
    int code =
        Bench.run(
            "--root=..",
            "--sizes=20",
            "--no-reference",
            "--runs=1",
            "--contenders=homelab4j,homelab4j-warm",
            "--stages=20",
            "--stage-forks=0",
            "--work=" + folder.resolve("work"),
            "--json=" + folder.resolve("bench.json"),
            "--page=" + page);

    assertThat(code).isZero();
    assertThat(page)
        .content()
        .startsWith("# Speed\n")
        .endsWith("<!-- to here -->\nend\n")
        .contains("| 20 objects | 33      | homelab4j      |")
        .doesNotContain("what stood here");
    var report = new ObjectMapper().readTree(folder.resolve("bench.json").toFile());
    assertThat(report.path("results")).hasSize(2).allSatisfy(BenchIT::assertMeasured);
    assertThat(report.path("stages")).hasSize(6);
    assertThat(report.at("/machine/java").asText()).isNotEmpty();
    assertThat(folder.resolve("work/20-objects")).doesNotExist();
  }

  private static void assertMeasured(JsonNode result) {
    assertThat(result.path("note").asText()).isEmpty();
    assertThat(result.path("files").asInt()).isEqualTo(39);
    assertThat(result.at("/runs/0/stages").path("jsii calls").asInt()).isEqualTo(8);
    assertThat(result.at("/medians/seconds").asDouble()).isPositive();
    assertThat(result.at("/runs/0/failure").asText()).isEmpty();
  }
}

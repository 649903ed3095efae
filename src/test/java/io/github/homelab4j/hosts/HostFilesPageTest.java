package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/host-files.md} says which program judges which files. */
class HostFilesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "host-files.md");
  private static final String RENEW =
      "cp stacks/target/host-files.md docs/host-files.md && git add docs/host-files.md";

  @Test
  void the_page_lists_the_checkers() throws IOException {
    var page = Checkers.page();
    var committed = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!page.equals(committed)) {
      Files.writeString(Files.createDirectories(Path.of("target")).resolve("host-files.md"), page);
    }
    assertThat(committed).as("docs/host-files.md. Run: " + RENEW).isEqualTo(page);
  }
}

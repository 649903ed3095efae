package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.example.Locked;
import io.github.homelab4j.example.SoundHomelab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written beside the clusters' folders. */
class RootFilesTest {
  private static final String LOCK = "locked.lock.yaml";

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void chosen_addresses_are_recorded_and_kept() throws IOException {
    Files.writeString(folder.resolve(LOCK), "only:\n  git: 192.0.2.107\n  gone: 192.0.2.108\n");
    assertThat(synth(Locked.class)).isZero();
    assertThat(folder.resolve(LOCK))
        .content()
        .endsWith("only:\n  git: \"192.0.2.107\"\n  web: \"192.0.2.100\"\n");
    assertThat(folder.resolve("README.md"))
        .content()
        .contains("| `192.0.2.107` | load balancer git");
  }

  @Test
  void a_record_that_does_not_fit_is_an_error_and_stays() throws IOException {
    var text = "only:\n  git: 192.0.2.99\n";
    Files.writeString(folder.resolve(LOCK), text);
    assertThat(synth(Locked.class)).isEqualTo(1);
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .startsWith("LOCK_STALE only (Locked.java:")
        .contains(
            "locked.lock.yaml has 192.0.2.99 for git, which is not in pool only (192.0.2.100-192.0.2.109): remove that line, and a free address is taken");
    assertThat(folder.resolve(LOCK)).hasContent(text);
  }

  @Test
  void a_pool_of_another_homelabs_lock_is_an_error() throws IOException {
    Files.writeString(folder.resolve("cabin.lock.yaml"), "only:\n  git: 192.0.2.107\n");
    assertThat(synth(Locked.class)).isEqualTo(1);
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .contains(
            "pool only has addresses in cabin.lock.yaml, which is not locked.lock.yaml: pools of one repository have names of their own: rename it");
  }

  @Test
  void the_pages_of_several_homelabs_follow_each_other() {
    assertThat(synth(Locked.class, SoundHomelab.class)).isZero();
    assertThat(folder.resolve("README.md"))
        .content()
        .startsWith("# locked\n")
        .contains("\n\n# example\n");
  }

  @Test
  void a_page_that_was_edited_is_stale() throws IOException {
    assertThat(synth(Locked.class)).isZero();
    assertThat(run("check", Locked.class)).isZero();
    Files.writeString(folder.resolve("README.md"), "# Mine\n");
    assertThat(run("check", Locked.class)).isEqualTo(1);
  }

  @Test
  void a_lock_that_nothing_needs_any_more_is_emptied() throws IOException {
    Files.writeString(folder.resolve("example.lock.yaml"), "one:\n  gone: 192.0.2.110\n");
    assertThat(synth(SoundHomelab.class)).isZero();
    assertThat(folder.resolve("example.lock.yaml")).content().doesNotContain("gone");
  }

  private int synth(Class<?>... homelabs) {
    return run("synth", homelabs);
  }

  private int run(String command, Class<?>... homelabs) {
    var arguments = new ArrayList<>(List.of(command, "--out", folder.toString()));
    for (var homelab : homelabs) {
      arguments.addAll(List.of("--homelab", homelab.getName()));
    }
    return Main.run(arguments.toArray(String[]::new));
  }
}

package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.watch.Saves;
import io.github.homelab4j.write.TreeWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is said and written for each save; the saves are the test's, so that nothing waits. */
class WatchCommandTest {
  private static final String HOME =
      """
      package org.example.watched;

      import io.github.homelab4j.core.*;
      import io.github.homelab4j.example.*;
      import io.github.homelab4j.plan.HomelabPlan;

      public final class Home extends Homelab {
        public Home() {
          this(new ExampleHomelab().plan());
        }

        private Home(HomelabPlan plan) {
          super(plan);
          var stack = new Stack(this, "one");
          new Operator(stack, "operator", Settings.none());
          new Workload(stack, "workload", Settings.none().widgets(%s));
        }
      }
      """;

  private final StringWriter printed = new StringWriter();
  private final StringWriter complained = new StringWriter();
  private final Deque<Runnable> saves = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void begin() throws IOException {
    home = folder.resolve("src/org/example/watched/Home.java");
    Files.createDirectories(home.getParent());
    write(HOME.formatted("1"));
  }

  @Test
  void a_save_is_written_and_what_it_changed_is_told() {
    save(HOME.formatted("2"));
    watch();
    assertThat(said.get(0))
        .startsWith("one: 2 components, ")
        .contains("no findings\n")
        .endsWith("Waiting for saves; Ctrl-C ends it.\n");
    assertThat(said.get(1))
        .startsWith("one\n  workload (Home.java:16)\n    + Widget apps/workload-1\n")
        .containsPattern(
            "\n\\d\\d:\\d\\d:\\d\\d  3 changed files, 1 object; compiled \\d+ ms, synthesized \\d+ ms\n$");
    assertThat(folder.resolve("clusters/one/apps/apps/workload/app/widget-workload-1.yaml"))
        .isRegularFile();
  }

  @Test
  void a_save_that_changes_nothing_says_so() {
    save(HOME.formatted("1 /* as before */"));
    watch();
    assertThat(said.get(1)).matches("\\S+  0 changed files, 0 objects; .*\n");
  }

  @Test
  void what_does_not_compile_is_told_and_the_next_save_is_compared_with_what_was_sound() {
    save(HOME.formatted("\"many\""));
    save(HOME.formatted("3"));
    watch();
    assertThat(wrong.get(1))
        .startsWith(home + ":16: incompatible types: java.lang.String cannot be converted to int");
    assertThat(said.get(1))
        .matches("\\S+  1 error of the compiler, nothing was written; compiled \\d+ ms\n");
    assertThat(said.get(2)).contains("+ Widget apps/workload-1\n", "+ Widget apps/workload-2\n");
  }

  @Test
  void what_breaks_a_rule_is_told_and_not_written() {
    save(HOME.formatted("1").replace("new Operator", "if (false) new Operator"));
    save(HOME.formatted("1"));
    watch();
    assertThat(wrong.get(1)).startsWith("CRD_NOT_PROVIDED one/workload (Home.java:16): ");
    assertThat(said.get(1)).matches("\\S+  1 error, nothing was written; .*\n");
    assertThat(said.get(2)).contains("  0 changed files, 0 objects; ");
  }

  @Test
  void a_mistake_in_the_code_does_not_end_it() {
    save(HOME.formatted("1").replace("super(plan);", "super(plan); Integer.parseInt(\"x\");"));
    save(HOME.formatted("2"));
    watch();
    assertThat(wrong.get(1)).contains("For input string: \"x\"");
    assertThat(said.get(2)).contains("+ Widget apps/workload-1\n");
  }

  @Test
  void a_homelab_that_is_wrong_at_first_is_written_with_the_save_that_mends_it()
      throws IOException {
    write(HOME.formatted("nothing"));
    save(HOME.formatted("1"));
    watch();
    assertThat(wrong.get(0)).contains("Home.java:16: cannot find symbol");
    assertThat(said.get(1)).startsWith("one: 2 components, ").contains("no findings\n");
  }

  @Test
  void others_may_write_between_two_saves() {
    saves.add(
        () -> {
          try (var other = TreeWriter.open(folder.resolve("clusters"))) {
            assertThat(other.recovered()).isFalse();
          }
        });
    watch();
    assertThat(said.get(1)).contains("  0 changed files, 0 objects; ");
  }

  @Test
  void nothing_of_an_earlier_save_stays_in_memory() {
    var loaders = new ArrayList<WeakReference<ClassLoader>>();
    for (int i = 2; i < 5; i++) {
      var text =
          HOME.formatted("new Own(%s).widgets()".formatted(i))
              .replace("super(plan);", "super(plan); Json.tree(new Own(1));")
              .replace("public Home()", "record Own(int widgets) {}\n  public Home()");
      saves.add(
          () -> {
            loaders.add(new WeakReference<>(Thread.currentThread().getContextClassLoader()));
            write(text);
          });
    }
    watch();
    assertThat(loaders.subList(0, 2)).allSatisfy(WatchCommandTest::isCollected);
  }

  @Test
  void a_folder_that_is_not_there_is_told_with_the_ways_out() {
    assertThat(line().execute("watch", "--homelab", "org.example.Home", "--sources", "nowhere"))
        .isEqualTo(2);
    assertThat(complained.toString()).startsWith("there is no folder nowhere: ");
  }

  private static void isCollected(WeakReference<ClassLoader> loader) {
    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
    }
    assertThat(loader.get()).isNull();
  }

  private void save(String text) {
    saves.add(() -> write(text));
  }

  private void write(String text) {
    try {
      Files.writeString(home, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void watch() {
    Saves script =
        () -> {
          take();
          if (saves.isEmpty()) {
            return Set.of();
          }
          saves.remove().run();
          return Set.of(home);
        };
    var line = line();
    line.parseArgs(
        "watch",
        "--homelab",
        "org.example.watched.Home",
        "--sources",
        folder.resolve("src").toString(),
        "--out",
        folder.resolve("clusters").toString());
    var command = line.getSubcommands().get("watch").getCommandSpec().userObject();
    ((WatchCommand) command).run(script, () -> false);
  }

  private void take() {
    said.add(printed.toString().replace(System.lineSeparator(), "\n"));
    wrong.add(complained.toString());
    printed.getBuffer().setLength(0);
    complained.getBuffer().setLength(0);
  }

  private CommandLine line() {
    return Main.line(new PrintWriter(printed, true), new PrintWriter(complained, true));
  }
}

package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.cli.Main;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether what is written is stale, asked as CI and other machines ask. */
class CheckIT {
  private static final String STEP = "      - name: What is committed is what the code writes\n";
  // Another build writes in these.
  private static final Set<String> LEFT_OUT = Set.of(".git", "target");

  @TempDir private Path scratch;

  @Test
  void an_untouched_tree_is_fresh_in_another_locale() throws Exception {
    assertFresh(Path.of(System.getProperty("java.home")));
  }

  @Test
  void an_untouched_tree_is_fresh_to_another_java() throws Exception {
    assertFresh(Settings.otherJava());
  }

  @Test
  void a_stale_tree_fails_the_command_of_the_workflow() throws Exception {
    Settings.assume(
        Settings.maven().isPresent(), "Maven's home is not known: run this test with mvn verify");
    var copy = scratch.resolve("repository");
    copy(Settings.sources().toAbsolutePath().normalize(), copy);
    var page = copy.resolve("clusters/README.md");
    Files.writeString(page, Files.readString(page) + "Mine.\n");
    var run = run(copy, command());
    assertThat(run.exit()).as(run.text()).isEqualTo(1);
    assertThat(run.text())
        .contains("Stale files:", "clusters/README.md", "Cure: mvn package && git add clusters")
        .doesNotContain("clusters/infra/");
  }

  private void assertFresh(Path java) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                java.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check",
                "--out",
                Settings.clusters().toAbsolutePath().toString(),
                "--secrets",
                Settings.sources().resolve("secrets").toAbsolutePath().toString()));
    command.addAll(Fleet.arguments());
    var run = run(scratch, command);
    assertThat(run.text()).isEqualToNormalizingNewlines("All files are what the code makes.\n");
    assertThat(run.exit()).isZero();
  }

  // As the workflow has it, with this Maven, and without the network.
  private static List<String> command() throws IOException {
    var workflow = Files.readString(Settings.sources().resolve(".github/workflows/verify.yaml"));
    var step = workflow.substring(workflow.indexOf(STEP) + STEP.length());
    var line = step.lines().findFirst().orElseThrow().strip();
    assertThat(line).startsWith("run: mvn ").contains("-Dhomelab4j.goal=check");
    var command = new ArrayList<>(List.of(line.substring("run: ".length()).split(" ")));
    command.set(0, Settings.maven().orElseThrow().resolve("bin/mvn").toString());
    command.add(1, "-o");
    command.add(2, "-Dmaven.repo.local=" + Settings.localRepository());
    return command;
  }

  private Run run(Path folder, List<String> command) throws Exception {
    var output = Files.createTempFile(scratch, "output", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    return new Run(builder.start().waitFor(), Files.readString(output));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * A process that has ended.
   *
   * @param exit its exit code
   * @param text what it printed
   */
  record Run(int exit, String text) {}
}

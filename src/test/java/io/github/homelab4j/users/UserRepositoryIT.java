package io.github.homelab4j.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.cli.Main;
import io.github.homelab4j.fleet.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a new user does, from an empty folder to a pull request: each step as its own process, on
 * the artifacts that this build made.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UserRepositoryIT {
  private static final long TIMEOUT_MINUTES = 5;

  @TempDir private static Path scratch;
  private static Path home;
  private static Path repository;

  @BeforeAll
  static void a_new_repository_is_made() throws IOException {
    Settings.assume(
        Settings.maven().isPresent(), "Maven's home is not known: run this test with mvn verify");
    home = scratch.resolve("my-homelab");
    assertThat(Main.run(new String[] {"init", home.toString(), "--package", "net.example.home"}))
        .isZero();
    repository = LocalRepository.over(Settings.localRepository(), scratch, Settings.sources());
  }

  @Test
  @Order(1)
  void package_writes_the_cluster() throws Exception {
    assertThat(maven("package").exit()).isZero();
    assertThat(home.resolve("clusters/home/README.md")).isRegularFile();
    assertThat(home.resolve("clusters/home/apps/observability/vmagent/ks.yaml")).isRegularFile();
  }

  @Test
  @Order(2)
  void what_was_committed_is_what_the_code_writes() throws Exception {
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("-c", "user.name=me", "-c", "user.email=me@example.org", "commit", "-q", "-m", "Begin");
    assertThat(maven("homelab4j:check").exit()).isZero();
    var schemas = String.join(",", Settings.kubeconform().schemaLocations());
    assertThat(maven("verify", "-Dkubeconform.schemaLocations=" + schemas).exit()).isZero();
    assertThat(git("status", "--porcelain").text()).isEmpty();
  }

  @Test
  @Order(3)
  void a_change_that_was_not_synthesized_is_stale_and_shown() throws Exception {
    var cluster = home.resolve("src/main/java/net/example/home/HomeCluster.java");
    var before = Files.readString(cluster);
    var after = before.replace("Quantity.gi(100)", "Quantity.gi(200)");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(cluster, after);

    var check = maven("homelab4j:check");
    assertThat(check.exit()).isNotZero();
    assertThat(check.text())
        .contains("apps/observability/vmsingle/app/vmsingle-main.yaml")
        .contains("100Gi -> 200Gi")
        .contains("mvn package && git add clusters");

    var diff = maven("homelab4j:diff", "-Dformat=markdown");
    assertThat(diff.exit()).isZero();
    assertThat(diff.text()).contains("+ spec.storage.resources.requests.storage: 200Gi");
  }

  private static Run maven(String... arguments) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Settings.maven().orElseThrow().resolve("bin/mvn").toString(),
                "-B",
                "-o",
                "-q",
                "-Dmaven.repo.local=" + repository));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Run git(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Run run(List<String> command) throws Exception {
    var output = Files.createTempFile(scratch, "output", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // The build that runs this test tells its children things that are not theirs.
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    var process = builder.start();
    assertThat(process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)).isTrue();
    var run = new Run(process.exitValue(), Files.readString(output));
    if (run.exit() != 0) {
      System.out.println(String.join(" ", command) + "\n" + run.text());
    }
    return run;
  }

  /**
   * A process that has ended.
   *
   * @param exit its exit code
   * @param text what it printed
   */
  record Run(int exit, String text) {}
}

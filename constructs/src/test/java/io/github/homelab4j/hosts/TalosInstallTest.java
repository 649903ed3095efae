package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes a cluster, run with a talosctl that only writes down what it is asked. */
class TalosInstallTest {
  // etcd has members once it was started; machines answer when somebody says that they run.
  private static final String TALOSCTL =
      """
      #!/bin/sh
      echo "$*" >>"$STATE/calls"
      case "$*" in
        *" version") test -e "$STATE/runs" ;;
        *"etcd members") test -e "$STATE/etcd" ;;
        *" bootstrap") touch "$STATE/etcd" ;;
        *"--output-types talosconfig"*) touch "$TALOSCONFIG" ;;
      esac
      """;

  @TempDir private Path folder;

  @BeforeEach
  void has_a_talosctl_and_no_time() throws IOException {
    program("talosctl", TALOSCTL);
    program("sleep", "#!/bin/sh\n");
    var props =
        TalosMachinesProps.builder()
            .plan(
                TalosPlans.cluster(TalosPlans.control(), TalosPlans.worker())
                    .talos(TalosPlans.full())
                    .build())
            .build();
    Files.createDirectories(folder.resolve("hosts/east-1"));
    Files.writeString(
        folder.resolve("hosts/east-1/install.sh"),
        TalosInstall.script(props, List.of(TalosPlans.control())));
  }

  @Test
  void a_new_cluster_is_configured_and_started_once() throws Exception {
    assertThat(install("--new")).isZero();

    assertThat(calls())
        .filteredOn(call -> call.matches(".*(apply-config|bootstrap|kubeconfig).*"))
        .extracting(call -> call.replaceAll(" --file .*", ""))
        .containsExactly(
            "--nodes 10.9.0.11 apply-config --insecure",
            "--nodes 10.9.0.12 apply-config --insecure",
            "--endpoints 10.9.0.11 --nodes 10.9.0.11 bootstrap",
            "--endpoints 10.9.0.11 --nodes 10.9.0.11 kubeconfig --force");
  }

  @Test
  void each_machine_gets_a_configuration_with_its_own_patch() throws Exception {
    install();

    assertThat(calls())
        .anyMatch(
            call ->
                call.contains("--output-types controlplane ")
                    && call.endsWith(" --config-patch @hosts/east-1/../east-1/machine.yaml"))
        .anyMatch(
            call ->
                call.contains("--output-types worker ")
                    && call.endsWith(" --config-patch @hosts/east-1/../east-2/machine.yaml"));
  }

  @Test
  void what_runs_is_told_without_a_restart_and_not_started_again() throws Exception {
    Files.createFile(folder.resolve("runs"));
    Files.createFile(folder.resolve("etcd"));

    assertThat(install("--new")).isZero();
    assertThat(calls())
        .noneMatch(call -> call.contains("--insecure") || call.endsWith(" bootstrap"))
        .filteredOn(call -> call.contains("apply-config --mode no-reboot"))
        .hasSize(2);
  }

  @Test
  void nothing_is_started_unless_it_is_said_to_be_new() throws Exception {
    assertThat(install()).isZero();
    assertThat(calls())
        .noneMatch(call -> call.endsWith(" bootstrap") || call.contains("kubeconfig"));
  }

  @Test
  void needs_the_secrets_of_the_cluster() throws Exception {
    var process = builder();
    process.environment().remove("TALOS_SECRETS");

    assertThat(process.start().waitFor()).isNotZero();
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  private int install(String... arguments) throws Exception {
    return builder(arguments).start().waitFor();
  }

  private ProcessBuilder builder(String... arguments) {
    var command = new ArrayList<>(List.of("sh", "hosts/east-1/install.sh"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectErrorStream(true);
    var environment = builder.environment();
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("STATE", folder.toString());
    environment.put("TALOSCONFIG", folder.resolve("talosconfig").toString());
    environment.put("TALOS_SECRETS", folder.resolve("secrets.yaml").toString());
    return builder;
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  private void program(String name, String text) throws IOException {
    var file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}

package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.synth.Synthesizer;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What playbooks run on the owner's machine finds what it names. */
class OwnersCommandsTest {
  private static final String PLAYBOOKS = "hosts/workstation/ansible/";
  private static final Pattern JUST = Pattern.compile("cmd: \"cd (\\S+) && just ([^\"]+)\"");
  private static final Pattern SSH = Pattern.compile("ssh -F (\\S+) (\\S+)");

  private final SortedMap<String, String> files =
      new TreeMap<>(Synthesizer.synthesize(new K3sPiHomelab()).files().get("k3s-pi"));

  @Test
  void bootstrap_is_in_the_folder_that_it_is_called_in() {
    var call = JUST.matcher(files.get(PLAYBOOKS + "k3s-bootstrap.yaml"));

    assertThat(call.find()).isTrue();
    var justfile = from(call.group(1)) + "/justfile";
    assertThat(files).containsKey(justfile);
    for (var recipe : List.of(call.group(2).split(" "))) {
      assertThat(files.get(justfile)).containsPattern("(?m)^" + recipe + ":");
    }
    // That runs the playbooks again, without the variables that they were given.
    assertThat(call.group(2)).doesNotContain("all", "machines");
  }

  @Test
  void the_kubeconfig_is_fetched_through_the_jump_host() {
    var call = SSH.matcher(files.get(PLAYBOOKS + "k3s-install.yaml"));

    assertThat(call.find()).isTrue();
    assertThat(files.get(from(call.group(1)))).contains("Host " + call.group(2) + "\n");
  }

  private static String from(String path) {
    return Path.of(PLAYBOOKS, path).normalize().toString();
  }
}

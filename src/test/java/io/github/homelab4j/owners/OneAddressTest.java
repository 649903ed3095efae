package io.github.homelab4j.owners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.synth.Synthesizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changing one address in the plan changes both ends of every wire, and nothing else: the lines
 * with the old address are the same lines with the new one.
 */
class OneAddressTest {
  @TempDir private Path scratch;

  @Test
  void a_router_moves_with_its_neighbours() throws Exception {
    assertThat(changed(new InfraAppsHomelab(), "10.25.11.1", "10.25.11.3"))
        .containsExactly("apps/apps");
  }

  @Test
  void a_server_moves_with_what_asks_it() throws Exception {
    assertThat(changed(new K3sPiHomelab(), "10.0.0.11", "10.0.0.21"))
        .containsExactly("k3s-pi/apps");
  }

  /** The files that differ, each of which differs in the address alone. */
  private List<String> changed(Homelab homelab, String old, String other) throws Exception {
    var before = files(homelab);
    var after =
        files(ChangedPlan.of(homelab.getClass(), "\"" + old + "\"", "\"" + other + "\"", scratch));
    assertThat(after.keySet()).isEqualTo(before.keySet());
    var changed = new ArrayList<String>();
    before.forEach(
        (path, text) -> {
          if (!after.get(path).equals(text)) {
            changed.add(path);
            assertThat(lines(after.get(path)))
                .as("lines of %s", path)
                .containsExactlyInAnyOrderElementsOf(lines(moved(text, old, other)));
          }
          assertThat(moved(after.get(path), old, other))
              .as("%s keeps %s", path, old)
              .isEqualTo(after.get(path));
        });
    return changed;
  }

  private static SortedMap<String, String> files(Homelab homelab) {
    var files = new TreeMap<String, String>();
    Synthesizer.synthesize(homelab)
        .files()
        .forEach(
            (cluster, tree) -> tree.forEach((path, text) -> files.put(cluster + "/" + path, text)));
    return files;
  }

  // As it stands in texts, and as a label of the reverse zone.
  private static String moved(String text, String old, String other) {
    return Pattern.compile("(?<![\\d.])" + Pattern.quote(old) + "(?!\\d|\\.\\d)")
        .matcher(text)
        .replaceAll(other);
  }

  // The order follows addresses in some tables, and a zone's serial its content.
  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.contains("; serial")).toList();
  }
}

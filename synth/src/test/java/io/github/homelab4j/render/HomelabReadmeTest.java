package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.example.Locked;
import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.synth.Synthesizer;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomelabReadmeTest {
  private static final String LOCK = "locked.lock.yaml";

  @TempDir Path empty;

  @Test
  void it_shows_networks_and_what_is_free_in_them() {
    assertThat(files("web", "git").get("README.md"))
        .startsWith("# locked\n")
        .contains(
            "| lan | LAN | `192.0.2.0/24` | `192.0.2.1` |  | `192.0.2.200-192.0.2.250` | `192.0.2.2-192.0.2.10`, `192.0.2.12-192.0.2.29`, `192.0.2.31-192.0.2.99`, `192.0.2.110-192.0.2.199`, `192.0.2.251-192.0.2.254` |",
            "| iot | VLAN 20 | `198.51.100.0/28` |  |  |  | `198.51.100.1-198.51.100.14` |",
            "| only | only | `192.0.2.100-192.0.2.109` | ARP in lan | 3 | 7 | `192.0.2.103` |");
  }

  @Test
  void it_shows_who_has_which_address_and_what_names_lead_to() {
    assertThat(files("web", "git").get("README.md"))
        .contains(
            "| `192.0.2.1` | the gateway of lan |\n"
                + "| `192.0.2.11` | node only-1 of cluster only |\n"
                + "| `192.0.2.30` | host nas |\n"
                + "| `192.0.2.100` | load balancer git of cluster only |\n",
            "| \\*.example.org | `203.0.113.7` |  |  | outside |\n"
                + "| nas.example.org | `192.0.2.30` | host nas |  | inside |\n",
            "| nas | storage | nfs 2049/tcp (volumes) |");
  }

  @Test
  void the_lock_says_what_was_chosen_and_nothing_else() {
    assertThat(files("web", "git").get(LOCK))
        .isEqualTo(
            "# Addresses that reserve(name) found free in pools of locked. Commit this file: each keeps its address.\n"
                + "only:\n  git: \"192.0.2.100\"\n  web: \"192.0.2.102\"\n");
    assertThat(files()).containsOnlyKeys("README.md");
  }

  @Test
  void in_which_order_addresses_are_reserved_changes_nothing() {
    assertThat(files("c", "a", "b", "d")).isEqualTo(files("d", "b", "a", "c"));
  }

  private SortedMap<String, String> files(String... names) {
    Homelab homelab = AddressLock.in(empty, () -> new Locked(names));
    return Synthesizer.synthesize(homelab).rootFiles();
  }
}

package io.github.homelab4j.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.diff.ObjectDiff.Change;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files of machines and of the bootstrap, and exactly what differs between two trees of them. */
class FileDiffsTest {
  private static final String HAPROXY = "hosts/node1/etc/haproxy/haproxy.cfg";
  private static final String NFT = "hosts/node1/etc/nftables.conf";
  private static final String UCI = "hosts/gate/etc/config/firewall";
  private static final String JUNOS = "hosts/edge/homelab.set";

  private final SortedMap<String, String> before = new TreeMap<>();
  private final SortedMap<String, String> after;

  FileDiffsTest() {
    before.put(
        "inventory.json",
        """
        {"hosts": [
          {"name": "haproxy", "files": [{"path": "%s", "kind": "%s"}]},
          {"name": "wall", "files": [{"path": "%s", "kind": "%s"}]},
          {"name": "edge", "files": [{"path": "%s", "kind": "%s"}]},
          {"name": "gate", "files": [{"path": "%s", "kind": "%s"}]}]}
        """
            .formatted(
                HAPROXY,
                FileKind.HAPROXY.what(),
                NFT,
                FileKind.NFTABLES.what(),
                JUNOS,
                FileKind.JUNOS.what(),
                UCI,
                FileKind.UCI.what()));
    before.put(
        HAPROXY,
        """
        frontend kube
          bind 10.0.0.11:6443
          timeout client 1h

        backend kube
          server node2 10.0.0.12:6443
        """);
    before.put(
        NFT,
        """
        chain input {
          tcp dport 53 accept
          tcp dport 80 drop
        }
        """);
    before.put(
        UCI,
        """
        config zone 'wan'
        	option input 'REJECT'
        	option output 'ACCEPT'

        config rule 'ssh'
        	option src 'wan'
        	option dest_port '22'
        	option target 'ACCEPT'

        config rule 'telnet'
        	option dest_port '23'
        	option target 'REJECT'

        config redirect 'https'
        	option dest_ip '10.0.0.65'
        """);
    before.put(JUNOS, "set security zones security-zone trust description home\n");
    before.put("bootstrap/values/cilium.yaml", "replicas: 1\n");
    after = new TreeMap<>(before);
  }

  @Test
  void the_same_files_have_no_difference() {
    assertThat(diff().isEmpty()).isTrue();
  }

  @Test
  void lines_of_a_file_stand_at_its_component_under_the_line_of_their_block() {
    change(HAPROXY, "10.0.0.12", "10.0.0.14");
    change(HAPROXY, "  timeout client 1h\n", "");
    var haproxy = only();
    assertThat(haproxy.component()).isEqualTo("haproxy");
    assertThat(haproxy.objects()).isEmpty();
    assertThat(haproxy.files())
        .containsExactly(
            new FileDiff(
                Change.CHANGED,
                HAPROXY,
                List.of(
                    "@@ frontend kube",
                    "-   timeout client 1h",
                    "@@ backend kube",
                    "-   server node2 10.0.0.12:6443",
                    "+   server node2 10.0.0.14:6443"),
                List.of()));
    assertThat(DiffText.plain(List.of(diff())))
        .isEqualTo(
            """
            home
              haproxy (Machines.java:12)
                ~ file hosts/node1/etc/haproxy/haproxy.cfg
                    @@ frontend kube
                    -   timeout client 1h
                    @@ backend kube
                    -   server node2 10.0.0.12:6443
                    +   server node2 10.0.0.14:6443
            """);
  }

  @Test
  void lines_that_stay_are_not_told_and_the_block_is_told_once() {
    change(HAPROXY, "frontend kube", "frontend api");
    change(HAPROXY, "bind 10.0.0.11", "bind 10.0.0.15");
    assertThat(only().files().get(0).lines())
        .containsExactly(
            "- frontend kube",
            "-   bind 10.0.0.11:6443",
            "+ frontend api",
            "+   bind 10.0.0.15:6443");
  }

  @Test
  void lines_without_anything_do_not_count_and_other_kinds_open_nothing() {
    change(HAPROXY, "\n\n", "\n");
    assertThat(only().files().get(0).lines()).isEmpty();
    change(HAPROXY, "bind", "accept");
    assertThat(only().files().get(0).marks()).isEmpty();
  }

  @Test
  void files_that_come_and_go_are_told() {
    after.remove(HAPROXY);
    after.put("hosts/node9/etc/hosts", "127.0.0.1 localhost\n");
    assertThat(diff().components())
        .extracting(ComponentDiff::component, each -> each.files().get(0))
        .containsExactly(
            tuple("haproxy", new FileDiff(Change.REMOVED, HAPROXY, List.of(), List.of())),
            tuple(
                "machine node9",
                new FileDiff(Change.ADDED, "hosts/node9/etc/hosts", List.of(), List.of())));
    assertThat(DiffText.markdown(List.of(diff())))
        .contains("```diff\n- file " + HAPROXY + "\n```", "+ file hosts/node9/etc/hosts\n");
  }

  @Test
  void of_the_bootstrap_it_is_said_that_it_differs() {
    change("bootstrap/values/cilium.yaml", "1", "2");
    assertThat(DiffText.plain(List.of(diff())))
        .contains("  bootstrap (Machines.java:12)\n    ~ file bootstrap/values/cilium.yaml\n")
        .doesNotContain("replicas");
  }

  @Test
  void a_port_that_a_packet_filter_opens_is_a_new_way_in() {
    change(NFT, "tcp dport 80 drop", "tcp dport 80 accept");
    assertThat(marks())
        .containsExactly("exposure: it is a new way in, or a wider one: tcp dport 80 accept");
    assertThat(DiffText.markdown(List.of(diff())))
        .startsWith("### Look twice")
        .contains(
            "| exposure | home/wall | file hosts/node1/etc/nftables.conf | it is a new way in, or a wider one: tcp dport 80 accept |");
  }

  @Test
  void a_port_that_a_packet_filter_closes_is_none() {
    change(NFT, "tcp dport 53 accept", "tcp dport 53 drop");
    assertThat(marks()).isEmpty();
  }

  @Test
  void what_a_router_lets_in_or_forwards_is_a_new_way_in() {
    change(UCI, "10.0.0.65", "10.0.0.66");
    assertThat(marks()).singleElement().asString().endsWith(": config redirect 'https'");
    change(UCI, "10.0.0.66'", "10.0.0.66'\n\toption enabled '0'");
    assertThat(marks()).isEmpty();
    change(UCI, "dest_port '22'", "dest_port '2222'");
    assertThat(marks()).singleElement().asString().endsWith(": config rule 'ssh'");
    after.put(UCI, before.get(UCI));
    change(UCI, "input 'REJECT'", "input 'ACCEPT'");
    assertThat(marks()).singleElement().asString().endsWith(": config zone 'wan'");
    after.put(UCI, before.get(UCI));
    change(UCI, "dest_port '23'", "dest_port '24'");
    assertThat(marks()).isEmpty();
    change(JUNOS, "description home", "host-inbound-traffic protocols bgp");
    assertThat(diff().components().get(0).files().get(0).marks())
        .extracting(Mark::danger)
        .containsExactly(Danger.EXPOSURE);
  }

  @Test
  void files_that_change_alike_are_told_once() {
    before.put("hosts/a/etc/motd", "one\n");
    before.put("hosts/b/etc/motd", "one\n");
    var inventory =
        """
        {"hosts": [{"name": "motd", "files": [
          {"path": "hosts/a/etc/motd"}, {"path": "hosts/b/etc/motd"}]}]}
        """;
    before.put("inventory.json", inventory);
    after.putAll(before);
    after.put("hosts/a/etc/motd", "two\n");
    after.put("hosts/b/etc/motd", "two\n");
    assertThat(DiffText.plain(List.of(diff())))
        .contains(
            """
                ~ file hosts/a/etc/motd
                ~ file hosts/b/etc/motd
                    - one
                    + two
            """);
  }

  @Test
  void a_long_difference_is_cut_for_people_and_whole_for_programs() {
    after.put(HAPROXY, before.get(HAPROXY) + "  option x".concat("y".repeat(200)) + lines(30));
    var files = only().files();
    assertThat(files.get(0).lines()).hasSize(1 + 31);
    assertThat(DiffText.plain(List.of(diff())))
        .contains("y…\n", "        … and 12 lines more\n")
        .doesNotContain("y".repeat(200));
  }

  private static String lines(int count) {
    var text = new StringBuilder("\n");
    for (int i = 0; i < count; i++) {
      text.append("  option line").append(i).append('\n');
    }
    return text.toString();
  }

  private List<String> marks() {
    return only().files().get(0).marks().stream().map(Mark::toString).toList();
  }

  private void change(String path, String what, String other) {
    assertThat(after.get(path)).contains(what);
    after.put(path, after.get(path).replace(what, other));
  }

  private ClusterDiff diff() {
    return TreeDiff.between(
        "home", CommittedTree.of(before), CommittedTree.of(after), name -> "Machines.java:12");
  }

  private ComponentDiff only() {
    assertThat(diff().components()).hasSize(1);
    return diff().components().get(0);
  }
}

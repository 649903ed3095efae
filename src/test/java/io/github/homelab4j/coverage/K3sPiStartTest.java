package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.check.start.StartLevels;
import io.github.homelab4j.core.StartLevel;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In which order k3s-pi starts for the first time, and comes back. */
class K3sPiStartTest {
  private static ClusterModel cluster;
  private static StartGraph graph;

  @BeforeAll
  static void resolve() {
    var resolution = Resolver.resolve(new K3sPiHomelab());
    cluster = resolution.clusters().get(0);
    graph = StartGraph.of(resolution);
  }

  /** k3s-pi.md:752-754: "Level 0: Physical Infrastructure". */
  @Test
  void machines_and_their_disks_come_first() {
    assertThat(at("0")).contains("cloud-init", "lvm", "iscsi-target", "iscsi-initiator");
  }

  /** k3s-pi.md:756-760 and 798-800: "Level 1: External Services (node1)". */
  @Test
  void services_of_node1_start_after_its_level() {
    // node1 has booted at level "0": its volumes are made there.
    assertThat(at("0")).contains("lvm").doesNotContain("bind9", "vault", "minio");
    assertThat(at("1")).containsExactlyInAnyOrder("bind9", "vault", "minio");
  }

  /** k3s-pi.md:762-764: "Level 2: K3s Core". */
  @Test
  void k3s_starts_once_names_secrets_and_disks_are_there() {
    assertThat(at("2")).contains("k3s");
    startInOrder("lvm", "iscsi-target", "iscsi-initiator", "k3s");
    startInOrder("bind9", "k3s");
    startInOrder("vault", "k3s");
  }

  /** k3s-pi.md:766-769: "Level 3: CNI &amp; DNS". */
  @Test
  void the_network_and_dns_come_before_flux_and_storage() {
    assertThat(at("3")).contains("cilium", "coredns");
    startInOrder("k3s", "cilium", "coredns", "flux", "longhorn");
  }

  /** k3s-pi.md:771-776: "Level 4: Core Platform". */
  @Test
  void flux_brings_secrets_certificates_and_ingress() {
    assertThat(at("4"))
        .contains(
            "flux", "external-secrets", "cert-manager", "letsencrypt-issuer", "ingress-nginx");
    startInOrder("external-secrets", "letsencrypt-issuer");
    startInOrder("cert-manager", "letsencrypt-issuer");
    startInOrder("cert-manager", "ingress-nginx");
  }

  /** k3s-pi.md:778-781: "Level 5: Storage". */
  @Test
  void storage_comes_before_what_keeps_something() {
    assertThat(at("5")).contains("csi-snapshotter", "longhorn");
    startInOrder("csi-snapshotter", "longhorn", "prometheus");
    assertThat(levels().indexOf("5")).isLessThan(levels().indexOf("8"));
  }

  /** k3s-pi.md:783-791: "Level 6: Observability" and "Level 7: Optional Services". */
  @Test
  void what_is_optional_comes_after_what_watches() {
    assertThat(at("6")).contains("prometheus", "metrics-server");
    assertThat(at("7")).contains("istiod", "istio-gateway", "loki");
    assertThat(titles()).contains("7 Optional services");
  }

  /** k3s-pi.md:727-732: the six steps of the disaster recovery. */
  @Test
  void after_a_disaster_everything_comes_back_in_six_steps() {
    // 1: cloud-init, 2: playbooks, 3: Flux, 6: volumes; 4 and 5 are Velero's, which is off.
    startInOrder("cloud-init", "ansible", "flux", "longhorn");
    assertThat(cluster.units()).extracting(Unit::name).doesNotContain("velero");
  }

  /** k3s-pi.md:728: "make k3s-bootstrap" comes after "make k3s-install". */
  @Test
  void what_make_does_last_are_recipes_of_bootstrap() {
    var files = Fleet.cluster("k3s-pi").files();
    var playbook = Path.of("hosts/workstation/ansible/k3s-bootstrap.yaml");
    var command =
        Pattern.compile("cmd: \"cd (\\S+) && just ([a-z ]+)\"")
            .matcher(files.get(playbook.toString()));
    assertThat(command.find()).isTrue();
    var justfile = playbook.resolveSibling(command.group(1)).normalize().resolve("justfile");
    assertThat(files).containsKey(justfile.toString());
    assertThat(command.group(2).split(" "))
        .isNotEmpty()
        .allSatisfy(
            recipe ->
                assertThat(files.get(justfile.toString())).containsPattern("\\n" + recipe + ":"));
  }

  private static List<String> at(String name) {
    var level =
        cluster.cluster().startLevels().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow();
    return StartLevels.of(cluster, graph).at(level).stream().map(Unit::name).toList();
  }

  private static List<String> levels() {
    return cluster.cluster().startLevels().stream().map(StartLevel::name).toList();
  }

  private static List<String> titles() {
    return cluster.cluster().startLevels().stream()
        .map(level -> level.name() + " " + level.title())
        .toList();
  }

  private static void startInOrder(String... names) {
    assertThat(graph.order(cluster).stream().map(Unit::name).filter(List.of(names)::contains))
        .containsExactly(names);
  }
}

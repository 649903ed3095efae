package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Cycles;
import io.github.homelab4j.invariants.Graph;
import io.github.homelab4j.invariants.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which k3s-pi starts. What Flux applies is asserted on what Flux waits for. */
class PiOrderTest {
  private final Graph flux = Graph.of(Pi.CLUSTER);

  /** k3s-pi.md:750-829: each arrow leads to a level of the same number or a higher one. */
  @Test
  @Invariant(value = 53, lines = "750-829")
  void nothing_needs_what_is_of_a_later_level() {
    var levels = PiSynthesis.levels();
    assertThat(levels).hasSizeGreaterThan(40);
    PiSynthesis.edges()
        .forEach(
            (from, needs) ->
                needs.forEach(
                    edge ->
                        assertThat(levels.get(PiSynthesis.name(edge.to())))
                            .as("level of %s, which %s needs", edge.to(), from)
                            .isLessThanOrEqualTo(levels.get(from))));
  }

  /** k3s-pi.md:752-796: the boxes of levels 0 to 7; those of level 8 are their owner's. */
  @ParameterizedTest
  @CsvSource({
    "0, Physical infrastructure, lvm iscsi-target iscsi-initiator",
    "1, External services, bind9 vault minio",
    "2, K3s core, k3s",
    "3, CNI and DNS, cilium coredns",
    "4, Core platform, flux external-secrets cert-manager ingress-nginx",
    "5, Storage, csi-snapshotter longhorn",
    "6, Observability, prometheus metrics-server",
    "7, Optional services, istiod loki"
  })
  @Invariant(value = 53, lines = "750-829")
  void levels_hold_what_the_document_draws_in_them(int level, String title, String members) {
    var levels = PiSynthesis.levels();
    assertThat(members.split(" ")).allMatch(name -> levels.get(name) == level);
    assertThat(Pi.file("bootstrap/README.md"))
        .containsPattern("\\| %s \\| %s \\| [^|]*%s".formatted(level, title, first(members)));
  }

  /** k3s-pi.md:801-802: "DNS --> K3s", "Vault --> K3s". */
  @Test
  @Invariant(value = 54, lines = "801-802")
  void k3s_starts_after_names_and_secrets() {
    assertThat(PiSynthesis.before("k3s")).contains("bind9", "vault");
    assertThat(Pi.host("workstation", "Makefile"))
        .containsSubsequence("\nall:", "external-setup", "k3s-install");
    assertThat(Pi.host("workstation", "ansible/external-setup.yaml"))
        .contains("- name: bind9\n", "- name: vault\n");
    assertThat(Pi.host("workstation", "ansible/k3s-install.yaml")).contains("- name: k3s\n");
  }

  /** k3s-pi.md:804-808: "K3s --> Cilium", "K3s --> CoreDNS", "Cilium --> Flux". */
  @ParameterizedTest
  @ValueSource(strings = {"cilium", "coredns"})
  @Invariant(value = 55, lines = "804-808")
  void the_network_and_cluster_dns_start_between_k3s_and_flux(String name) {
    assertThat(PiSynthesis.before(name)).contains("k3s").doesNotContain("flux");
    assertThat(PiSynthesis.before("flux")).contains(name);
    assertThat(Pi.file("bootstrap/justfile"))
        .containsSubsequence("install-" + name, "install-flux");
  }

  /** k3s-pi.md:810-813: "Flux --> ExtSec", "ExtSec --> CertMgr", "CertMgr --> Ingress". */
  @Test
  @Invariant(value = 56, lines = "810-813")
  void the_core_platform_starts_in_its_order() {
    assertThat(PiSynthesis.before("external-secrets")).contains("flux", "vault");
    assertThat(flux.before("cert-manager")).contains("external-secrets");
    assertThat(flux.before("ingress-nginx")).contains("cert-manager", "external-secrets");
    assertThat(PiSynthesis.before("vault-backend")).contains("vault", "external-secrets");
  }

  /** k3s-pi.md:815-817: "Flux --> CSI", "CSI --> Longhorn", "Cilium --> Longhorn". */
  @Test
  @Invariant(value = 57, lines = "815-817")
  void storage_starts_after_its_snapshots_and_the_network() {
    assertThat(PiSynthesis.before("csi-snapshotter")).contains("flux");
    assertThat(flux.before("longhorn")).contains("csi-snapshotter");
    assertThat(PiSynthesis.before("longhorn")).contains("csi-snapshotter", "cilium");
  }

  /** k3s-pi.md:819-821: "Longhorn --> Prom", "Flux --> Prom", "Flux --> Metrics". */
  @Test
  @Invariant(value = 58, lines = "819-821")
  void observability_starts_after_storage_and_flux() {
    assertThat(flux.before("prometheus")).contains("longhorn");
    assertThat(PiSynthesis.before("prometheus")).contains("longhorn", "flux");
    assertThat(PiSynthesis.before("metrics-server")).contains("flux");
  }

  /** k3s-pi.md:823-824: "Prom --> Istio", "Prom --> Loki". */
  @ParameterizedTest
  @ValueSource(strings = {"istiod", "istio-gateway", "loki", "fluentd"})
  @Invariant(value = 59, lines = "788-791, 823-825")
  void optional_services_start_after_prometheus(String name) {
    assertThat(flux.before(name)).contains("prometheus");
  }

  /** k3s-pi.md:825: "Prom --> Velero", once it is switched on. */
  @Test
  @Invariant(value = 59, lines = "788-791, 823-825")
  void velero_starts_after_prometheus_when_it_is_switched_on() {
    assertThat(PiSynthesis.resolution().clusters().get(0).switchedOff())
        .filteredOn(component -> component.id().equals("velero"))
        .singleElement()
        .satisfies(
            velero ->
                assertThat(velero.predecessors())
                    .extracting(component -> component.id())
                    .containsExactly("prometheus"));
  }

  /** k3s-pi.md:788: "Optional Services": nothing else waits for them. */
  @Test
  @Invariant(value = 59, lines = "788-791, 823-825")
  void nothing_but_themselves_waits_for_optional_services() {
    assertThat(flux.kustomizations())
        .filteredOn(each -> !each.name().matches("istio.*|loki|fluentd"))
        .hasSizeGreaterThan(25)
        .allSatisfy(
            each ->
                assertThat(flux.before(each.name()))
                    .doesNotContain("istiod", "istio-gateway", "loki", "fluentd", "velero"));
  }

  /** k3s-pi.md:827-829: "Longhorn --> Apps", "Ingress --> Apps", "Prom --> Apps". */
  @ParameterizedTest
  @ValueSource(strings = {"pod-a", "pod-b", "pod-c"})
  @Invariant(value = 60, lines = "827-829")
  void applications_start_after_storage_ingress_and_metrics(String name) {
    assertThat(before(PiWithApplication.synthesis().cluster(Pi.CLUSTER), name))
        .contains("longhorn", "ingress-nginx", "prometheus");
  }

  /** k3s-pi.md:798-829: no arrow leads back. */
  @Test
  @Invariant(value = 61, lines = "798-829")
  void nothing_needs_itself() {
    var edges = new TreeMap<String, List<String>>();
    PiSynthesis.edges()
        .forEach(
            (from, needs) ->
                edges.put(from, needs.stream().map(edge -> PiSynthesis.name(edge.to())).toList()));
    assertThat(edges).hasSizeGreaterThan(40);
    assertThat(Cycles.of(edges)).isEmpty();
    assertThat(flux.kustomizations())
        .allSatisfy(
            each ->
                assertThat(each.at("/spec/dependsOn").findValuesAsText("name"))
                    .allSatisfy(name -> assertThat(flux.before(name)).doesNotContain(each.name())));
  }

  private static List<String> before(ClusterModel cluster, String kustomization) {
    var all = new ArrayList<>(cluster.byKustomization().get(kustomization).dependsOn());
    for (int i = 0; i < all.size(); i++) {
      cluster.byKustomization().get(all.get(i)).dependsOn().stream()
          .filter(name -> !all.contains(name))
          .forEach(all::add);
    }
    return all;
  }

  private static String first(String members) {
    return members.split(" ")[0];
  }
}

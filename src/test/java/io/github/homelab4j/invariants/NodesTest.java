package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machines of infra-apps, as far as clusters see them. */
class NodesTest {
  /** infra-apps.md:106 and 675: "no SSH, no shell, and API-only management" is Talos. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 46, lines = "106, 117-120, 675")
  void nodes_run_talos(String cluster) {
    var talos = Lab.plan(cluster).talos().orElseThrow();
    // Cilium reaches the API through Talos' own balancer on each node.
    assertThat(Lab.value(cluster, "kube-system/cilium", "/k8sServiceHost").asText())
        .isEqualTo("localhost");
    assertThat(Lab.value(cluster, "kube-system/cilium", "/k8sServicePort").asInt())
        .isEqualTo(talos.kubePrism().number());
    // It is not allowed to load kernel modules there, nor to mount what Talos mounts.
    assertThat(
            Lab.texts(
                Lab.value(
                    cluster, "kube-system/cilium", "/securityContext/capabilities/ciliumAgent")))
        .isNotEmpty()
        .doesNotContain("SYS_MODULE");
    assertThat(
            Lab.value(cluster, "kube-system/cilium", "/cgroup/autoMount/enabled").asBoolean(true))
        .isFalse();
  }

  /** infra-apps.md:113-115 and 656: "containerd", "CRI (no Docker)". */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 47, lines = "113-115, 656")
  void containers_run_in_containerd(String cluster) {
    assertThat(Lab.value(cluster, "spegel/spegel", "/spegel/containerdRegistryConfigPath").asText())
        .isEqualTo("/etc/cri/conf.d/hosts");
    assertThat(Lab.value(cluster, "observability-agents/fluent-bit", "/config/inputs").asText())
        .contains("multiline.parser cri\n");
    var mounted = new ArrayList<String>();
    for (var object : Fleet.cluster(cluster).objects().toList()) {
      Lab.eachField(
          object.tree(),
          field -> {
            if (field.getKey().equals("hostPath")) {
              mounted.add(field.getValue().path("path").asText());
            }
          });
    }
    assertThat(mounted)
        .as("what pods mount of the node")
        .isNotEmpty()
        .noneMatch(path -> path.contains("docker"));
  }
}

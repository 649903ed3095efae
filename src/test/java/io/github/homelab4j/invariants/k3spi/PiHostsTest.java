package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.invariants.Invariant;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The machines of k3s-pi. */
class PiHostsTest {
  private static final int NODES = 2;
  private static final BigDecimal CORES_OF_A_NODE = BigDecimal.valueOf(4);
  private static final BigDecimal MEMORY_OF_A_NODE = Quantity.of("8G").amount();

  /** k3s-pi.md:43 and 49: "4 cores ARM64". */
  @ParameterizedTest
  @ValueSource(strings = {"node1", "node2", "node3"})
  @Invariant(value = 20, lines = "43, 49, 78, 954")
  void programs_of_the_machines_are_those_for_arm(String name) {
    var machine = Pi.tree("workstation", "ansible/inventory.yaml").at("/all/hosts/" + name);
    assertThat(machine.findValuesAsText("url"))
        .isNotEmpty()
        .allMatch(url -> url.contains("-arm64"));
  }

  /**
   * k3s-pi.md:78: "8 cores (ARM64)". No image or node selector asks for another architecture.
   *
   * <p>That a registry has an image for arm64 under its tag cannot be known without asking it: this
   * shows only that nothing is pinned to another architecture.
   */
  @Test
  @Invariant(value = 20, lines = "43, 49, 78, 954")
  void no_image_and_no_pod_is_for_another_architecture() {
    assertThat(Pi.cluster().objects())
        .isNotEmpty()
        .allSatisfy(
            object ->
                assertThat(object.tree().toString())
                    .as(object.toString())
                    .doesNotContainIgnoringCase("amd64")
                    .doesNotContain("x86_64"));
    assertThat(Pi.fields("kubernetes.io/arch")).allMatch(arch -> arch.equals("arm64"));
  }

  /**
   * k3s-pi.md:78-79: "8 cores", "16GB". What pods ask for fits, and in memory and cores of a single
   * node, too, so that all of them can run while the other is away.
   *
   * <p>Pods whose requests no chart says (those that Longhorn starts by itself) are not in it.
   */
  @Test
  @Invariant(value = 21, lines = "43, 49, 78-79, 954-955")
  void what_pods_ask_for_fits_into_the_machines() {
    var workloads = ClusterView.of(Pi.cluster().model()).workloads();
    var cpu = requested(workloads, "cpu");
    var memory = requested(workloads, "memory");
    assertThat(cpu)
        .isGreaterThan(BigDecimal.ONE)
        .isLessThan(CORES_OF_A_NODE.multiply(BigDecimal.valueOf(NODES)))
        .isLessThan(CORES_OF_A_NODE);
    assertThat(memory)
        .isGreaterThan(Quantity.gi(1).amount())
        .isLessThan(MEMORY_OF_A_NODE.multiply(BigDecimal.valueOf(NODES)))
        .isLessThan(MEMORY_OF_A_NODE.subtract(Quantity.mi(512).amount()));
  }

  /** k3s-pi.md:40-47: "K3s Control Plane", "etcd" on node2, "K3s Worker" on node3. */
  @Test
  @Invariant(value = 22, lines = "40-41, 46-47")
  void node2_alone_is_the_control_plane() {
    assertThat(Pi.PLAN.cluster().nodes())
        .filteredOn(NodePlan::controlPlane)
        .extracting(NodePlan::name)
        .containsExactly("node2");
    assertThat(Pi.k3s("node2").path("cluster-init").asBoolean()).isTrue();
    assertThat(Pi.hosts()).containsKey("node2/etc/systemd/system/k3s.service");
    assertThat(Pi.k3s("node3").path("server").asText()).isEqualTo("https://10.0.0.12:6443");
    assertThat(Pi.hosts())
        .containsKey("node3/etc/systemd/system/k3s-agent.service")
        .doesNotContainKey("node3/etc/systemd/system/k3s.service");
  }

  /** k3s-pi.md:36: "Bind9 DNS", "Vault", "Minio S3", "HAProxy", "iSCSI Target". */
  @ParameterizedTest
  @CsvSource({
    "bind9, etc/bind/named.conf.local",
    "vault, etc/vault.d/vault.hcl",
    "minio, etc/systemd/system/minio.service",
    "haproxy, etc/haproxy/haproxy.cfg",
    "iscsi-target, etc/rtslib-fb-target/saveconfig.json"
  })
  @Invariant(value = 23, lines = "35-36, 756-760, 922")
  void services_of_node1_run_there_and_not_in_the_cluster(String component, String file) {
    assertThat(Pi.hosts().keySet())
        .filteredOn(path -> path.endsWith("/" + file))
        .containsExactly("node1/" + file);
    assertThat(Pi.cluster().model().hosts())
        .filteredOn(unit -> unit.name().equals(component))
        .singleElement()
        .satisfies(
            unit ->
                assertThat(((HostComponent) unit.component().orElseThrow()).machines())
                    .extracting(Machine::name)
                    .containsExactly("node1"));
    assertThat(Pi.cluster().model().unit(component)).isEmpty();
    assertThat(Pi.fields("chart")).doesNotContain("vault", "minio", "haproxy");
  }

  private static BigDecimal requested(List<Workload> workloads, String resource) {
    return workloads.stream()
        .map(workload -> requested(workload, resource))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal requested(Workload workload, String resource) {
    var copies = workload.kind().equals("DaemonSet") ? NODES : workload.replicas().orElse(1);
    return Pi.items(workload.pod().path("containers"))
        .map(container -> container.at("/resources/requests").path(resource))
        .filter(JsonNode::isValueNode)
        .map(amount -> Quantity.of(amount.asText()).amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .multiply(BigDecimal.valueOf(copies));
  }
}

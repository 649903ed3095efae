package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.Settings;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.TalosPlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import io.github.homelab4j.unit.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cdk8s.App;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talos takes every form of what we write for it, and makes of it what we mean. */
class TalosMachinesIT {
  private static final String SSD = "/dev/disk/by-id/ata-ssd";
  private static final NodePlan CONTROL =
      NodePlan.controlPlane("east-1", "10.9.0.11")
          .alsoAt("fd00:9::11")
          .with(
              DiskPlan.system(SSD, Quantity.gi(100)),
              DiskPlan.folders("data", DiskPlan.Partition.rest(SSD, Quantity.gi(50))));
  private static final NodePlan WORKER =
      NodePlan.worker("east-2", "10.9.0.12").with(DiskPlan.system(SSD));

  @TempDir private Path scratch;

  @BeforeAll
  static void isInstalled() {
    TalosPatchChecker.PROGRAM.require();
  }

  @Test
  void a_worker_is_valid() throws IOException {
    assertThat(merged(props(cluster(plain())), WORKER))
        .contains("\n    type: worker\n")
        .doesNotContain("Layer2VIPConfig");
  }

  @Test
  void a_machine_with_all_settings_and_both_families_is_valid() throws IOException {
    var talos =
        plain()
            .workloadsOnControlPlane(true)
            .addExtensions("siderolabs/intel-ucode")
            .addKernelArguments("intel_iommu=on")
            .addKernelModules("dm_thin_pool")
            .putSysctl("vm.nr_hugepages", "1024")
            .addTimeServers(Hostname.of("time.cloudflare.com"))
            .addPrivilegedNamespaces("legacy");
    var dual =
        cluster(talos)
            .podsV6(Cidr.of("fd00:244::/56"))
            .servicesV6(Cidr.of("fd00:245::/112"))
            .nodePods(25)
            .nodePodsV6(66);

    assertThat(merged(props(dual).sharedImages(true), CONTROL))
        .contains("address: fd00:9::11/64", "- name: dm_thin_pool", "node-cidr-mask-size-ipv6");
  }

  @Test
  void what_talos_brings_stays_where_nothing_takes_its_place() throws IOException {
    assertThat(merged(props(cluster(plain())).ownNetwork(false).ownDns(false), CONTROL))
        .doesNotContain("cni:", "coreDNS:");
  }

  @Test
  void load_balancers_leave_out_only_machines_without_workloads() throws IOException {
    var label = "node.kubernetes.io/exclude-from-external-load-balancers";

    assertThat(merged(props(cluster(plain())), CONTROL)).contains(label);
    assertThat(merged(props(cluster(plain().workloadsOnControlPlane(true))), CONTROL))
        .doesNotContain(label);
  }

  @Test
  void pod_security_is_configured_once() throws IOException {
    assertThat(merged(props(cluster(plain().addPrivilegedNamespaces("legacy"))), CONTROL))
        .containsOnlyOnce("name: PodSecurity\n")
        .containsOnlyOnce("- kube-system\n")
        .containsOnlyOnce("- legacy\n");
  }

  @Test
  void a_kubernetes_that_this_talos_does_not_run_is_refused() throws IOException {
    var soon = cluster(plain(), "1.99.0");

    assertThat(check(props(soon), CONTROL).refusal())
        .singleElement()
        .asString()
        .contains("version of Kubernetes 1.99.0 is too new to be used with Talos 1.12.1");
  }

  @Test
  void the_talos_that_judges_is_the_one_that_is_planned() throws IOException {
    var judge = Files.readString(Settings.sources().resolve("src/test/go/talos-check/go.mod"));
    for (var cluster : Fleet.written()) {
      cluster
          .model()
          .cluster()
          .plan()
          .talos()
          .ifPresent(
              talos ->
                  assertThat(judge)
                      .contains("github.com/siderolabs/talos/pkg/machinery " + talos.version()));
    }
  }

  private String merged(TalosMachinesProps.Builder props, NodePlan node) throws IOException {
    var answer = check(props, node);
    assertThat(answer.refusal()).isEmpty();
    return answer.text();
  }

  private Program.Answer check(TalosMachinesProps.Builder props, NodePlan node) throws IOException {
    var machines = new TalosMachines(new App(), "talos", props.build());
    var patch =
        machines.files().stream()
            .filter(file -> file.machine().equals(node))
            .filter(file -> file.path().equals(TalosMachines.PATCH))
            .findFirst()
            .orElseThrow();
    var file = WrittenFile.of(scratch, patch.path(), patch.text());
    return TalosPatchChecker.PROGRAM.run(file.root(), file.path());
  }

  private static TalosPlan.Builder plain() {
    return TalosPlan.builder().version(Version.of("v1.12.1")).networkInterface("enp1s0");
  }

  private static ClusterPlan.Builder cluster(TalosPlan.Builder talos) {
    return cluster(talos, "1.35.0");
  }

  private static ClusterPlan.Builder cluster(TalosPlan.Builder talos, String kubernetes) {
    var lan =
        Network.builder()
            .name("lan")
            .addRanges(Cidr.of("10.9.0.0/24"), Cidr.of("fd00:9::/64"))
            .addGateways(Ip.of("10.9.0.1"), Ip.of("fd00:9::1"))
            .addDns(Ip.of("10.9.0.2"))
            .build();
    return ClusterPlan.builder()
        .name("east")
        .purpose("a cluster to test with")
        .kubernetesVersion(Version.of(kubernetes))
        .talos(talos.build())
        .nodeNetwork(lan)
        .addNodes(CONTROL, WORKER)
        .pods(Cidr.of("10.244.0.0/16"))
        .services(Cidr.of("10.245.0.0/16"))
        .apiEndpoint(Ip.of("10.9.0.9"));
  }

  private static TalosMachinesProps.Builder props(ClusterPlan.Builder plan) {
    return TalosMachinesProps.builder().plan(plan.build());
  }
}

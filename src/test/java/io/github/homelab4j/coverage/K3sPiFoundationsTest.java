package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.hosts.LvmVolumes;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.stacks.k3spi.K3sPiPlan;
import io.github.homelab4j.unit.Quantity;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What k3s-pi stands on: its two machines, the names inside it, and its volumes. */
class K3sPiFoundationsTest {
  private final FleetCluster cluster = Fleet.cluster("k3s-pi");
  private final K3sPiPlan plan = new K3sPiPlan();

  /** k3s-pi.md:41: "K3s Control Plane", "etcd". */
  @Test
  void one_of_two_machines_is_control_plane_and_the_only_member_of_etcd() {
    assertThat(plan.cluster().nodes()).hasSize(2);
    assertThat(plan.cluster().nodes().stream().filter(NodePlan::controlPlane))
        .hasSize(1)
        .extracting(NodePlan::name)
        .containsExactly("node2");
    assertThat(Stream.of("node2", "node3").filter(node -> k3s(node).contains("cluster-init: true")))
        .containsExactly("node2");
  }

  /** k3s-pi.md:763: "K3s Services", "etcd", "kube-apiserver", "kube-scheduler", "kubelet". */
  @Test
  void the_server_runs_all_that_k3s_is_made_of() {
    // etcd by cluster-init; kube-apiserver, kube-scheduler and kubelet unless they are switched
    // off.
    assertThat(k3s("node2"))
        .contains("cluster-init: true", "kubelet-arg:")
        .doesNotContain(
            "disable-apiserver", "disable-scheduler", "disable-etcd", "disable-agent", "datastore");
    assertThat(file("hosts/node2/etc/systemd/system/k3s.service")).contains("k3s server");
    assertThat(file("hosts/node3/etc/systemd/system/k3s-agent.service")).contains("k3s agent");
  }

  /** k3s-pi.md:107 and 552: "*.svc.cluster.local". */
  @Test
  void cluster_dns_knows_services_by_their_names() {
    // All of *.svc.cluster.local is answered with addresses of Services.
    assertThat(
            object("HelmRelease kube-system/coredns")
                .at("/spec/values/servers/0/plugins")
                .toString())
        .contains("\"name\":\"kubernetes\",\"parameters\":\"cluster.local ");
    assertThat(plan.cluster().services()).asString().startsWith("10.43.");
    var backend = object("Ingress longhorn-system/longhorn");
    assertThat(
            backend.at("/spec/rules/0/http/paths/0/backend/service/name").asText()
                + "."
                + backend.namespace()
                + ".svc")
        .isEqualTo("longhorn-frontend.longhorn-system.svc");
    var prometheus = object("Service monitoring/prometheus");
    assertThat(prometheus.name() + "." + prometheus.namespace() + ".svc.cluster.local")
        .isEqualTo("prometheus.monitoring.svc.cluster.local");
    assertThat(prometheus.at("/spec/clusterIP").isMissingNode()).isTrue();
  }

  /** k3s-pi.md:175: "Replicas: 2-3". */
  @Test
  void a_volume_has_as_many_copies_as_there_are_machines() {
    // Of 2-3 copies, each on a machine of its own, two machines can hold 2.
    var copies =
        object("HelmRelease longhorn-system/longhorn")
            .at("/spec/values/persistence/defaultClassReplicaCount")
            .asInt();
    assertThat(copies).isBetween(2, 3).isLessThanOrEqualTo(plan.cluster().nodes().size());
  }

  /** k3s-pi.md:195: "LVM: 170GB", "LUN1: 100GB", "LUN2: 100GB". */
  @Test
  void the_disks_of_both_machines_are_lent_out_of_a_group_that_is_smaller() {
    var lvm =
        cluster.model().hosts().stream()
            .flatMap(unit -> unit.component().stream())
            .filter(LvmVolumes.class::isInstance)
            .map(LvmVolumes.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(lvm.space()).isEqualTo(Quantity.of("170G"));
    // The third holds the backups, which are too large for the root file system.
    assertThat(lvm.lent())
        .containsExactly(Quantity.of("100G"), Quantity.of("100G"), Quantity.of("60G"));
  }

  private String k3s(String node) {
    return file("hosts/" + node + "/etc/rancher/k3s/config.yaml");
  }

  private String file(String path) {
    assertThat(cluster.files()).containsKey(path);
    return cluster.files().get(path);
  }

  private Manifest object(String described) {
    return cluster
        .objects()
        .filter(candidate -> candidate.describe().equals(described))
        .findFirst()
        .orElseThrow(() -> new AssertionError("k3s-pi has no " + described));
  }
}

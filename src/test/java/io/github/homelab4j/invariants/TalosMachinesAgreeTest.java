package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.NodePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What runs in a cluster of infra-apps finds on its machines what it was told is there. */
class TalosMachinesAgreeTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String LABEL = "/dev/disk/by-partlabel/";

  /** infra-apps.md:141: "Apply machine configs". */
  @Test
  void each_machine_is_configured_as_the_plan_has_it() {
    eachMachine(
        (cluster, machine) -> {
          var plan = Lab.plan(cluster);
          assertThat(machine.config("/machine/type")).isEqualTo("controlplane");
          assertThat(machine.named("HostnameConfig", "").at("/hostname").asText())
              .isEqualTo(machine.node().name());
          assertThat(machine.named("LinkConfig", "enp1s0").at("/addresses/0/address").asText())
              .isEqualTo(machine.node().address() + "/24");
          assertThat(machine.named("LinkConfig", "enp1s0").at("/routes/0/gateway").asText())
              .isEqualTo(plan.nodeNetwork().gateways().get(0).text());
          assertThat(machine.named("ResolverConfig", "").at("/nameservers/0/address").asText())
              .isEqualTo(plan.nodeNetwork().dns().get(0).text());
          assertThat(machine.config("/machine/install/image"))
              .endsWith(":" + plan.talos().orElseThrow().version());
          assertThat(machine.config("/machine/kubelet/image"))
              .endsWith(":v" + plan.kubernetesVersion());
          assertThat(machine.config("/cluster/allowSchedulingOnControlPlanes")).isEqualTo("true");
        });
  }

  /** infra-apps.md:142: "Generate kubeconfig", for the address that all machines share. */
  @Test
  void the_shared_address_is_the_endpoint_of_the_cluster() {
    eachMachine(
        (cluster, machine) -> {
          var api = Lab.plan(cluster).apiEndpoint().text();
          assertThat(machine.config("/cluster/controlPlane/endpoint"))
              .isEqualTo("https://%s:6443".formatted(api));
          assertThat(machine.named("Layer2VIPConfig", api).at("/link").asText())
              .isEqualTo("enp1s0");
        });
  }

  @Test
  void the_certificate_of_the_api_is_good_for_the_address_that_cilium_announces() {
    eachMachine(
        (cluster, machine) ->
            assertThat(Lab.texts(machine.first().at("/cluster/apiServer/certSANs")))
                .containsExactly(
                    Lab.plan(cluster).apiEndpoint().text(),
                    Lab.object(cluster, "Service kube-system/kube-api")
                        .at("/metadata/annotations/lbipam.cilium.io~1ips")
                        .asText()));
  }

  @Test
  void cilium_finds_the_api_where_talos_balances_over_it() {
    eachMachine(
        (cluster, machine) -> {
          assertThat(machine.config("/machine/features/kubePrism/enabled")).isEqualTo("true");
          assertThat(machine.config("/machine/features/kubePrism/port"))
              .isEqualTo(Lab.value(cluster, "kube-system/cilium", "/k8sServicePort").asText());
        });
  }

  /** infra-apps.md:149-150: "Cilium CNI" and "CoreDNS" come later, so Talos brings neither. */
  @Test
  void talos_leaves_network_and_names_to_cilium_and_coredns() {
    eachMachine(
        (cluster, machine) -> {
          assertThat(machine.config("/cluster/network/cni/name")).isEqualTo("none");
          assertThat(machine.config("/cluster/proxy/disabled"))
              .isEqualTo(
                  Lab.value(cluster, "kube-system/cilium", "/kubeProxyReplacement").asText());
          assertThat(machine.config("/cluster/coreDNS/disabled")).isEqualTo("true");
          assertThat(machine.config("/machine/kubelet/clusterDNS/0"))
              .isEqualTo(Lab.value(cluster, "kube-system/coredns", "/service/clusterIP").asText());
          assertThat(
                  Cidr.of(
                          Lab.value(cluster, "kube-system/cilium", "/ipv4NativeRoutingCIDR")
                              .asText())
                      .contains(Cidr.of(machine.config("/cluster/network/podSubnets/0"))))
              .isTrue();
        });
  }

  @Test
  void ceph_gets_the_partition_that_talos_makes() {
    var nodes =
        Lab.value(Lab.INFRA, "rook-ceph/rook-ceph-cluster", "/cephClusterSpec/storage/nodes");
    assertThat(nodes).hasSize(3);
    for (var node : nodes) {
      assertThat(node.at("/devices/0/name").asText()).isEqualTo(LABEL + "r-ceph");
      assertThat(machine(Lab.INFRA, node.path("name").asText()).named("RawVolumeConfig", "ceph"))
          .isNotNull();
    }
  }

  @Test
  void openebs_gets_the_partition_and_the_folder_that_talos_makes() {
    eachMachine(
        (cluster, machine) -> {
          assertThat(Lab.object(cluster, "HelmRelease openebs/openebs").at("/spec").toString())
              .contains("'%s') set -- %sr-openebs ;;".formatted(machine.node().name(), LABEL));
          assertThat(machine.named("RawVolumeConfig", "openebs").at("/provisioning/minSize"))
              .isNotInstanceOf(MissingNode.class);
          var folder =
              Lab.value(cluster, "openebs/openebs", "/localpv-provisioner/hostpathClass/basePath")
                  .asText();
          assertThat(folder).startsWith("/var/mnt/");
          assertThat(machine.named("UserVolumeConfig", folder.substring("/var/mnt/".length())))
              .isNotNull();
        });
  }

  /** infra-apps.md:639: machines give images to each other, so they keep what these are made of. */
  @Test
  void containerd_keeps_what_spegel_hands_out() {
    eachMachine(
        (cluster, machine) -> {
          assertThat(
                  Lab.value(cluster, "spegel/spegel", "/spegel/containerdRegistryConfigPath")
                      .asText())
              .startsWith("/etc/cri/conf.d/");
          assertThat(machine.config("/machine/files/0/path")).startsWith("/etc/cri/conf.d/");
          assertThat(machine.config("/machine/files/0/content"))
              .contains("discard_unpacked_layers = false");
        });
  }

  @Test
  void a_namespace_says_itself_what_its_pods_may_do() {
    eachMachine(
        (cluster, machine) ->
            assertThat(
                    Lab.texts(
                        machine
                            .first()
                            .at(
                                "/cluster/apiServer/admissionControl/1/configuration/exemptions/namespaces")))
                .containsExactly("kube-system"));
    assertThat(Lab.objects("Namespace"))
        .allSatisfy(
            namespace ->
                assertThat(
                        namespace
                            .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                            .asText())
                    .as(namespace.toString())
                    .isNotEmpty());
  }

  private static void eachMachine(BiConsumer<String, Machine> test) {
    for (var cluster : List.of(Lab.INFRA, Lab.APPS)) {
      assertThat(Lab.plan(cluster).nodes()).hasSize(3);
      Lab.plan(cluster)
          .nodes()
          .forEach(node -> test.accept(cluster, machine(cluster, node.name())));
    }
  }

  private static Machine machine(String cluster, String name) {
    var text = Fleet.cluster(cluster).files().get("hosts/%s/machine.yaml".formatted(name));
    assertThat(text).as("configuration of " + name).isNotNull();
    var node =
        Lab.plan(cluster).nodes().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(text)) {
      return new Machine(node, new ArrayList<>(all.readAll()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A machine of the plan, and the documents of its configuration. */
  private record Machine(NodePlan node, List<JsonNode> documents) {
    JsonNode first() {
      return documents.get(0);
    }

    String config(String pointer) {
      return first().at(pointer).asText();
    }

    JsonNode named(String kind, String name) {
      return documents.stream()
          .filter(document -> document.path("kind").asText().equals(kind))
          .filter(document -> document.path("name").asText().equals(name))
          .findFirst()
          .orElseThrow(
              () -> new AssertionError("%s has no %s %s".formatted(node.name(), kind, name)));
    }
  }
}

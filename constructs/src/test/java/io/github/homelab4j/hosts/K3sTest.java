package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.MountRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class K3sTest {
  private static final String CONFIG = "etc/rancher/k3s/config.yaml";

  @Test
  void the_server_leaves_to_flux_what_flux_brings() {
    var k3s = k3s(props().addApiNames(Hostname.of("api.example.org")).addApiAddresses(BOX));

    assertThat(k3s)
        .hasKind(Pis.FIRST, CONFIG, FileKind.K3S_CONFIG)
        .file(Pis.FIRST, CONFIG)
        .endsWith(
            """
            node-name: pi-1
            node-ip: 10.9.0.12
            token-file: /etc/rancher/k3s/token
            cluster-init: true
            tls-san:
              - 10.9.0.12
              - pi-1
              - 10.9.0.11
              - api.example.org
            cluster-cidr: 10.42.0.0/16
            service-cidr: 10.43.0.0/16
            cluster-dns: 10.43.0.10
            flannel-backend: none
            disable-network-policy: true
            disable-kube-proxy: true
            disable-helm-controller: true
            disable:
              - coredns
              - local-storage
              - metrics-server
              - servicelb
              - traefik
            secrets-encryption: true
            write-kubeconfig-mode: "0600"
            etcd-snapshot-schedule-cron: 0 */12 * * *
            etcd-snapshot-retention: 5
            kubelet-arg:
              - system-reserved=memory=512Mi
            """);
  }

  @Test
  void an_agent_is_told_its_server_and_nothing_of_a_servers() {
    var marks =
        new K3sProps.Marks(
            Pis.SECOND, Map.of("example.org/disk", "slow"), List.of("role=batch:NoSchedule"));

    assertThat(k3s(props().addMarks(marks)))
        .file(Pis.SECOND, CONFIG)
        .endsWith(
            """
            node-name: pi-2
            node-ip: 10.9.0.13
            server: https://10.9.0.12:6443
            token-file: /etc/rancher/k3s/token
            kubelet-arg:
              - system-reserved=memory=512Mi
            node-label:
              - example.org/disk=slow
            node-taint:
              - role=batch:NoSchedule
            """);
  }

  @Test
  void further_servers_join_the_first() {
    var second = NodePlan.controlPlane("pi-2", "10.9.0.13");
    var plan = Pis.cluster("1.35.0").addNodes(Pis.FIRST, second).build();

    assertThat(k3s(props(plan)))
        .file(second, CONFIG)
        .contains("server: https://10.9.0.12:6443\n", "secrets-encryption: true\n")
        .doesNotContain("cluster-init");
  }

  @Test
  void the_token_stays_in_the_secret_store() {
    assertThat(k3s(props()))
        .file(Pis.SECOND, "etc/rancher/k3s/token.j2")
        .isEqualTo("{{ k3s_token }}\n");
  }

  @Test
  void pods_that_ask_the_machine_for_names_ask_the_homelabs_server() {
    var dns = HostServiceRef.of(Pis.BOX, "dns", Loss.DEGRADES);
    var k3s = k3s(props().dns(dns));

    assertThat(k3s).file(Pis.FIRST, CONFIG).contains("resolv-conf: /etc/rancher/k3s/resolv.conf");
    assertThat(k3s)
        .file(Pis.SECOND, "etc/rancher/k3s/resolv.conf")
        .endsWith("nameserver 10.9.0.11\n");
    assertThat(k3s(props())).writesNo(Pis.FIRST, "etc/rancher/k3s/resolv.conf");
  }

  @Test
  void mirrors_are_told_to_every_machine() {
    var k3s = k3s(props().putMirror("docker.io", List.of("http://10.9.0.11:5000")));

    assertThat(k3s)
        .file(Pis.SECOND, "etc/rancher/k3s/registries.yaml")
        .endsWith(
            """
            mirrors:
              docker.io:
                endpoint:
                  - http://10.9.0.11:5000
            """);
    assertThat(k3s(props())).writesNo(Pis.SECOND, "etc/rancher/k3s/registries.yaml");
  }

  @Test
  void waits_for_its_file_systems() {
    var mount = new MountRef("/storage", Provider.external("the owner"));

    assertThat(k3s(props().addMounts(mount)))
        .file(Pis.SECOND, "etc/systemd/system/k3s-agent.service")
        .contains(
            "After=network-online.target storage.mount\n\n[Service]",
            "ExecStartPre=/bin/mountpoint -q /storage\nExecStart=/usr/local/bin/k3s agent\n")
        // Those that require something which failed are not tried again.
        .doesNotContain("Requires");
    assertThat(k3s(props()))
        .file(Pis.FIRST, "etc/systemd/system/k3s.service")
        .contains("ExecStart=/usr/local/bin/k3s server\n")
        .contains("After=network-online.target\n\n[Service]")
        .doesNotContain("mountpoint");
  }

  @Test
  void its_kubeconfig_is_fetched_from_the_server_whole_or_not_at_all() {
    var ssh =
        new SshClient(
            new App(),
            "ssh",
            SshClientProps.builder().jump(Pis.BOX).addMachines(Pis.FIRST).build());

    assertThat(k3s(props()).fetchKubeconfig(ssh))
        .contains("ssh -F ../ssh/config pi-1 cat /etc/rancher/k3s/k3s.yaml > ~/.kube/")
        .matches(".* > (\\S+)\\.new && mv \\1\\.new \\1");
  }

  @Test
  void is_downloaded_as_pinned_for_its_processors() {
    var setup = k3s(props()).setup(Pis.SECOND);

    assertThat(setup.units()).containsExactly("k3s-agent.service");
    assertThat(setup.downloads())
        .singleElement()
        .satisfies(
            program -> {
              assertThat(program.url())
                  .matches(
                      "https://github.com/k3s-io/k3s/releases/download/v1\\.35\\.[0-9]+%2Bk3s1/k3s-arm64");
              assertThat(program.checksums()).endsWith("%2Bk3s1/sha256sum-arm64.txt");
            });
  }

  @Test
  void hands_out_its_api() {
    var api = k3s(props()).api();

    assertThat(api.https()).isEqualTo("https://10.9.0.12:6443");
    assertThat(api.loss()).isEqualTo(Loss.STOPS);
  }

  @Test
  void rejects_another_kubernetes_than_the_plans() {
    var plan = Pis.cluster("1.34.0").addNodes(Pis.FIRST).build();

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> k3s(props(plan)).files())
        .withMessageMatching(
            "K3s v1\\.35\\.\\d+\\+k3s1 is another Kubernetes than 1\\.34\\.0 of cluster pi: change the line k3s of versions\\.yaml, or the plan");
  }

  @Test
  void rejects_a_cluster_without_a_server() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props(Pis.cluster("1.35.0").addNodes(Pis.SECOND).build()).build())
        .withMessageContaining("cluster pi has no machine for the control plane, only [pi-2]");
  }

  @Test
  void rejects_marks_of_a_machine_of_somebody_else() {
    var other = NodePlan.worker("pi-3", "10.9.0.14");

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addMarks(new K3sProps.Marks(other, Map.of(), List.of())).build())
        .withMessageContaining("pi-3 has labels or taints, but cluster pi has the machines");
  }

  @Test
  void rejects_what_is_no_taint() {
    var marks = new K3sProps.Marks(Pis.SECOND, Map.of(), List.of("role=batch:Never"));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addMarks(marks).build())
        .withMessageContaining("'role=batch:Never' is not a taint");
  }

  @Test
  void rejects_to_keep_no_snapshot() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().keptSnapshots(0).build())
        .withMessage("keptSnapshots is 0: keep at least one, a restore needs it");
  }

  private static final Ip BOX = Pis.BOX.address();

  private static K3sProps.Builder props() {
    return props(Pis.CLUSTER);
  }

  private static K3sProps.Builder props(ClusterPlan plan) {
    return K3sProps.builder()
        .plan(plan)
        .architecture(K3s.Architecture.ARM64)
        .token(Pis.STORE.item("k3s").key("token"));
  }

  private static K3s k3s(K3sProps.Builder props) {
    return new K3s(new App(), "k3s", props.build());
  }
}

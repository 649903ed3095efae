package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.hosts.AnsibleProps.Playbook;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Workstation;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** What the owner's machine holds: the way to the others, and what sets them up. */
class AnsibleTest {
  private static final HostPlan ROUTER =
      HostPlan.builder()
          .name("router")
          .purpose("gateway")
          .addAddresses(Ip.of("192.168.9.21"), Ip.of("10.9.0.1"))
          .build();

  private final App app = new App();
  private final Restic restic = restic(app);
  private final NodeExporterHost exporter = exporter(app);

  @Test
  void machines_are_reached_through_the_one_that_is_reached() {
    assertThat(ssh(app, sshProps()))
        .hasKind(Workstation.OWNERS, "ssh/config", FileKind.SSH_CONFIG)
        .file(Workstation.OWNERS, "ssh/config")
        .contains(
            "Host router\n  HostName 192.168.9.21\n  User root\n",
            "Host box\n  HostName 10.9.0.11\n  User root\n  ProxyJump router\n")
        .doesNotContain("LocalForward");
  }

  @Test
  void tunnels_lead_to_services_of_the_plan() {
    assertThat(ssh(app, sshProps().addTunnels(HostServiceRef.of(Pis.BOX, "iscsi", Loss.DEGRADES))))
        .file(Workstation.OWNERS, "ssh/config")
        .contains("  LocalForward 127.0.0.1:3260 10.9.0.11:3260\n");
  }

  @Test
  void rejects_two_tunnels_from_one_port() {
    var service = HostServiceRef.of(Pis.BOX, "iscsi", Loss.DEGRADES);

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> sshProps().addTunnels(service, service).build())
        .withMessageContaining("have a port twice");
  }

  @Test
  void rejects_an_account_that_ssh_would_misread() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> sshProps().user("root box").build())
        .withMessageContaining("'root box' is not an account");
  }

  @Test
  void the_inventory_says_what_a_component_takes() {
    assertThat(ansible(Playbook.of("setup", "All.", restic)))
        .file(Workstation.OWNERS, "ansible/inventory.yaml")
        .contains(
            """
                pi-1:
                  address: 10.9.0.12
                  components:
                    restic:
                      packages:
                        - restic
                      files:
                        - path: usr/local/sbin/restic-backup
                          mode: "0755"
                        - path: etc/systemd/system/restic-backup.service
                          mode: "0644"
                        - path: etc/systemd/system/restic-backup.timer
                          mode: "0644"
                      templates:
                        - path: etc/restic/environment
                          mode: "0600"
            """,
            """
                        - name: restic_password
                          what: property password of item restic of secret store vault
            """);
  }

  @Test
  void a_playbook_sets_up_its_components_in_order() {
    assertThat(ansible(Playbook.of("setup", "All.", exporter, restic)))
        .file(Workstation.OWNERS, "ansible/setup.yaml")
        .containsSubsequence(
            "- name: node-exporter\n  hosts: \"box\"\n", "- name: restic\n  hosts: \"box,pi-1\"\n");
  }

  @Test
  void a_playbook_may_end_with_commands_of_the_owners_machine() {
    assertThat(ansible(Playbook.of("bootstrap", "Flux.").then("just all")))
        .file(Workstation.OWNERS, "ansible/bootstrap.yaml")
        .contains("hosts: localhost\n", "        cmd: \"just all\"\n");
  }

  @Test
  void make_knows_all_playbooks_and_their_order() {
    assertThat(
            ansible(
                Playbook.of("external-setup", "Beside.", exporter),
                Playbook.of("nodes-setup", "Nodes.", restic)))
        .hasKind(Workstation.OWNERS, "Makefile", FileKind.MAKEFILE)
        .file(Workstation.OWNERS, "Makefile")
        .contains(
            "all: external-setup nodes-setup\n",
            "# Nodes.\nnodes-setup:\n\t$(PLAYBOOK) ansible/nodes-setup.yaml\n");
  }

  @Test
  void rejects_a_component_that_nobody_sets_up() {
    var cluster = new Home(app);
    restic(cluster);
    var ansible =
        new Ansible(
            cluster,
            "ansible",
            AnsibleProps.builder()
                .ssh(ssh(cluster, sshProps()))
                .addPlaybooks(Playbook.of("setup", "All.", exporter(cluster)))
                .build());

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(ansible::files)
        .withMessage("no playbook sets up restic: add them to one of [setup]");
  }

  @Test
  void rejects_a_machine_that_is_not_reached() {
    var reaching = SshClientProps.builder().jump(ROUTER).addMachines(Pis.BOX).build();
    var ansible =
        new Ansible(
            app,
            "ansible",
            AnsibleProps.builder()
                .ssh(new SshClient(app, "ssh", reaching))
                .addPlaybooks(Playbook.of("setup", "All.", restic))
                .build());

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(ansible::files)
        .withMessage(
            "restic is for pi-1, which ssh does not reach, only [router, box]: add the machine to it");
  }

  @Test
  void rejects_a_name_that_make_cannot_have() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> ansible(Playbook.of("set up", "All.")))
        .withMessageContaining("'set up' is not a name for a playbook");
  }

  @Test
  void rejects_a_name_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> ansible(Playbook.of("setup", "A."), Playbook.of("setup", "B.")))
        .withMessage("playbooks [setup, setup] have a name twice: name each once");
  }

  private Ansible ansible(Playbook... playbooks) {
    return new Ansible(
        app,
        "ansible",
        AnsibleProps.builder().ssh(ssh(app, sshProps())).addPlaybooks(playbooks).build());
  }

  private static SshClientProps.Builder sshProps() {
    return SshClientProps.builder().jump(ROUTER).addMachines(Pis.BOX, Pis.FIRST, Pis.SECOND);
  }

  private static SshClient ssh(Construct scope, SshClientProps.Builder props) {
    return new SshClient(scope, "ssh", props.build());
  }

  private static NodeExporterHost exporter(Construct scope) {
    return new NodeExporterHost(
        scope, "node-exporter", NodeExporterHostProps.builder().host(Pis.BOX).build());
  }

  private static Restic restic(Construct scope) {
    return new Restic(
        scope,
        "restic",
        ResticProps.builder()
            .addSources(
                ResticProps.Source.of(Pis.BOX, "/etc"), ResticProps.Source.of(Pis.FIRST, "/etc"))
            .bucket(
                new BucketRef(
                    new ObjectStoreRef(
                        "http://10.9.0.11:9091", "us-east-1", Pis.STORE.item("minio")),
                    "copies"))
            .password(Pis.STORE.item("restic").key("password"))
            .build());
  }

  private static final class Home extends Cluster {
    Home(Construct scope) {
      super(scope, Pis.CLUSTER);
    }
  }
}

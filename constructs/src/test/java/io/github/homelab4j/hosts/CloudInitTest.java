package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class CloudInitTest {
  private static final String USER = "cloud-init/user-data";
  private static final String NETWORK = "cloud-init/network-config";
  private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample owner@home";

  @Test
  void a_machine_gets_its_name_and_its_owner() {
    assertThat(cloudInit(props()))
        .hasKind(Pis.FIRST, USER, FileKind.CLOUD_INIT)
        .file(Pis.FIRST, USER)
        .startsWith("#cloud-config\n")
        .contains("hostname: pi-1\n", "ssh_pwauth: false\n", "      - " + KEY + "\n")
        .doesNotContain("cgroup", "packages");
  }

  @Test
  void a_machine_gets_its_address_in_the_network() {
    assertThat(cloudInit(props().addFurtherDns(Ip.of("9.9.9.9")).addSearchDomains("example.org")))
        .file(Pis.SECOND, NETWORK)
        .endsWith(
            """
            version: 2
            ethernets:
              eth0:
                dhcp4: false
                addresses:
                  - 10.9.0.13/24
                routes:
                  - to: 0.0.0.0/0
                    via: 10.9.0.1
                nameservers:
                  addresses:
                    - 10.9.0.11
                    - 9.9.9.9
                  search:
                    - example.org
            """);
  }

  @Test
  void a_raspberry_pi_counts_memory_after_a_restart() {
    assertThat(cloudInit(props().raspberryPi(true)))
        .file(Pis.FIRST, USER)
        .contains(
            "/boot/firmware/cmdline.txt", "cgroup_memory=1 cgroup_enable=memory", "mode: reboot");
  }

  @Test
  void a_raspberry_pi_lets_its_owner_in() {
    var pis = cloudInit(props().raspberryPi(true));

    assertThat(pis).file(Pis.FIRST, USER).contains("runcmd:\n  - systemctl enable --now ssh\n");
    assertThat(pis.bringUp())
        .singleElement()
        .satisfies(step -> assertThat(step.what()).contains("an image of Raspberry Pi OS Lite"));
    assertThat(cloudInit(props()).bringUp())
        .singleElement()
        .satisfies(step -> assertThat(step.what()).contains("an image of Debian"));
  }

  @Test
  void packages_are_looked_up_when_there_are_some() {
    assertThat(cloudInit(props().addPackages("nfs-common")))
        .file(Pis.FIRST, USER)
        .contains("package_update: true\npackages:\n  - nfs-common\n");
    assertThat(cloudInit(props())).file(Pis.FIRST, USER).contains("package_update: false\n");
  }

  @Test
  void rejects_a_machine_that_nobody_could_log_in_to() {
    var props = CloudInitProps.builder().addMachines(Pis.FIRST).network(Pis.LAN);

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(props::build)
        .withMessageContaining("nobody could log in");
  }

  @Test
  void rejects_a_private_key_without_showing_it() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addSshKeys("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl").build())
        .withMessage(
            "'-----BEGIN' is not a public key: write type, key and comment, as in a .pub file");
  }

  @Test
  void rejects_a_machine_of_another_network() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addMachines(NodePlan.worker("far", "10.8.0.1")).build())
        .withMessageContaining("machine far is at 10.8.0.1, outside network lan");
  }

  private static CloudInitProps.Builder props() {
    return CloudInitProps.builder()
        .addMachines(Pis.FIRST, Pis.SECOND)
        .network(Pis.LAN)
        .addSshKeys(KEY);
  }

  private static CloudInit cloudInit(CloudInitProps.Builder props) {
    return new CloudInit(new App(), "cloud-init", props.build());
  }
}

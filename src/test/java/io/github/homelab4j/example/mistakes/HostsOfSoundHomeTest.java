package io.github.homelab4j.example.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.hosts.Ansible;
import io.github.homelab4j.hosts.AnsibleProps;
import io.github.homelab4j.hosts.CloudInit;
import io.github.homelab4j.hosts.CloudInitProps;
import io.github.homelab4j.hosts.K3s;
import io.github.homelab4j.hosts.K3sProps;
import io.github.homelab4j.hosts.Restic;
import io.github.homelab4j.hosts.ResticProps;
import io.github.homelab4j.hosts.SshClient;
import io.github.homelab4j.hosts.SshClientProps;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What machines of a sound homelab get has nothing to be found in it. */
class HostsOfSoundHomeTest {
  private final SoundPlan plan = new SoundPlan();
  private final SecretStoreRef store = new SecretStoreRef("vault", Provider.external("the owner"));

  @Test
  void machines_of_a_cluster_and_the_owners_own_are_known() {
    var home = new SoundHome(plan).and(this::compose);

    assertThat(MistakesTest.findings(home, "house/k3s")).isEmpty();
  }

  private void compose(SoundHome.House house) {
    var k3s =
        new K3s(
            house,
            "k3s",
            K3sProps.builder()
                .plan(plan.first())
                .architecture(K3s.Architecture.AMD64)
                .token(store.item("k3s").key("token"))
                .dns(HostServiceRef.of(plan.router(), "dns", Loss.DEGRADES))
                .build());
    new CloudInit(
        house,
        "cloud-init",
        CloudInitProps.builder()
            .addAllMachines(plan.first().nodes())
            .network(plan.lan)
            .addSshKeys("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample owner")
            .build());
    new Restic(
        house,
        "restic",
        ResticProps.builder()
            .addSources(ResticProps.Source.of(plan.nas(), "/etc"))
            .bucket(
                new BucketRef(
                    new ObjectStoreRef("http://192.0.2.30", "us-east-1", store.item("s3")),
                    "copies"))
            .password(store.item("restic").key("password"))
            .build());
    var others =
        house.components().stream()
            .filter(HostComponent.class::isInstance)
            .map(HostComponent.class::cast)
            .toList();
    var ssh =
        new SshClient(
            house,
            "ssh",
            SshClientProps.builder()
                .jump(plan.router())
                .addAllMachines(plan.first().nodes())
                .addMachines(plan.nas())
                .addTunnels(k3s.api())
                .build());
    new Ansible(
        house,
        "ansible",
        AnsibleProps.builder()
            .ssh(ssh)
            .addPlaybooks(new AnsibleProps.Playbook("setup", "Everything.", others, List.of()))
            .build());
  }
}

package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.NfsExportRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Version;
import java.util.List;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class NfsVolumeTest {
  @Test
  void a_claim_is_bound_to_the_folder() {
    var volume = new NfsVolume(new App(), "media", props(export(false, "10.9.0.0/24")));

    assertThat(volume)
        .resource("PersistentVolume", "films-media")
        .has("/spec/nfs/server", "10.9.0.30")
        .has("/spec/nfs/path", "/tank/media")
        .has("/spec/accessModes/0", "ReadWriteMany")
        .has("/spec/claimRef/name", "media")
        .has("/spec/claimRef/namespace", "films")
        .has("/spec/persistentVolumeReclaimPolicy", "Retain");
    assertThat(volume)
        .resource("PersistentVolumeClaim", "media")
        .has("/spec/volumeName", "films-media")
        .has("/spec/storageClassName", "")
        .has("/spec/accessModes/0", "ReadWriteMany");
  }

  @Test
  void what_nobody_may_write_is_read_only() {
    assertThat(new NfsVolume(new App(), "media", props(export(true, "10.9.0.0/24"))))
        .resource("PersistentVolume", "films-media")
        .has("/spec/accessModes/0", "ReadOnlyMany")
        .has("/spec/nfs/readOnly", true);
  }

  @Test
  void machines_that_may_not_mount_are_named() {
    var elsewhere = new NfsVolume(new House(), "media", props(export(false, "10.8.0.0/24")));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(elsewhere::objects)
        .withMessage(
            "NFS export 10.9.0.30:/tank/media is for [10.8.0.0/24], and house-1 (10.9.0.11) would mount it: let its server share it with that network");
  }

  @Test
  void rejects_a_volume_of_nobody() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> NfsVolumeProps.builder().export(export(true, "10.9.0.0/24")).build())
        .withMessageContaining("is in no namespace");
  }

  private static NfsVolumeProps props(NfsExportRef export) {
    return NfsVolumeProps.builder().namespace(NamespaceRef.of("films")).export(export).build();
  }

  private static NfsExportRef export(boolean readOnly, String clients) {
    return new NfsExportRef(
        Ip.of("10.9.0.30"),
        "/tank/media",
        readOnly,
        List.of(Cidr.of(clients)),
        Provider.external("nas"));
  }

  private static final class House extends Cluster {
    House() {
      this(new App());
    }

    private House(Construct scope) {
      super(
          scope,
          ClusterPlan.builder()
              .name("house")
              .purpose("Everything.")
              .kubernetesVersion(Version.of("1.35.0"))
              .nodeNetwork(Network.lan("lan", "10.9.0.0/24"))
              .addNodes(NodePlan.controlPlane("house-1", "10.9.0.11"))
              .pods(Cidr.of("10.42.0.0/16"))
              .services(Cidr.of("10.43.0.0/16"))
              .apiEndpoint(Ip.of("10.9.0.11"))
              .build());
    }
  }
}

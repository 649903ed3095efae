package io.github.homelab4j.storage;

import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.stream.IntStream;
import org.cdk8s.App;

/** What the tests of storage compose again and again. */
final class StorageFixtures {
  static final SecretStoreRef STORE =
      new SecretStoreRef("onepassword", Provider.external("the test"));

  private StorageFixtures() {}

  static List<NodePlan> nodes(int count) {
    var ceph = disk("r-ceph", DiskPlan.Use.CEPH);
    var lvm = disk("r-openebs", DiskPlan.Use.LVM);
    return IntStream.rangeClosed(1, count).mapToObj(i -> node(i, ceph, lvm)).toList();
  }

  static NodePlan node(int number, DiskPlan... disks) {
    return new NodePlan("infra-" + number, Ip.of("192.0.2." + number), true, List.of(disks));
  }

  static DiskPlan disk(String label, DiskPlan.Use use) {
    return new DiskPlan("/dev/disk/by-partlabel/" + label, use);
  }

  static RookCeph rook(App app) {
    return new RookCeph(app, "rook-ceph", RookCephProps.builder().build());
  }

  static CephCsiDrivers drivers(App app, RookCeph rook) {
    return new CephCsiDrivers(
        app, "ceph-csi-drivers", CephCsiDriversProps.builder().operator(rook.operator()).build());
  }
}

package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Scalar;
import io.github.homelab4j.core.References;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Volumes that several machines mount are of a class that can do so. A class is known by the
 * references to it, and by its driver where it is emitted; others are not judged.
 */
public final class SharedVolumes implements Check {
  private static final String LIST = "/accessModes/";
  private static final List<String> BLOCK_DRIVERS =
      List.of(
          "rbd.csi.ceph.com",
          "rancher.io/local-path",
          "openebs.io/local",
          "local.csi.openebs.io",
          "zfs.csi.openebs.io",
          "disk.csi.openebs.io");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.ACCESS_MODE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var shared = classes(cluster);
      cluster.scalars(
          (in, key) -> key.equals("accessModes"), scalar -> judge(scalar, shared, report));
    }
  }

  private static void judge(Scalar mode, Map<String, Boolean> shared, Report report) {
    var claim = mode.pointer().substring(0, Math.max(0, mode.pointer().lastIndexOf(LIST)));
    var spec = mode.subject().emitted().tree().at(claim);
    var name = spec.path("storageClassName").asText(spec.path("storageClass").asText());
    // A raw device may be shared as it is.
    if (!shared.containsKey(name) || spec.path("volumeMode").asText().equals("Block")) {
      return;
    }
    report.judge(
        ObjectRule.ACCESS_MODE,
        mode.subject(),
        shared.get(name) || !mode.value().asText().equals("ReadWriteMany"),
        () ->
            "%s is ReadWriteMany, but one machine at a time mounts volumes of storage class %s: ask for ReadWriteOnce, or take a class of shared volumes"
                .formatted(mode.describe(), name));
  }

  private static Map<String, Boolean> classes(ClusterView cluster) {
    var shared = new HashMap<String, Boolean>();
    for (var storage : cluster.objects("StorageClass")) {
      var driver = storage.emitted().at("/provisioner").asText();
      if (BLOCK_DRIVERS.stream().anyMatch(driver::endsWith)) {
        shared.put(storage.emitted().name(), false);
      }
    }
    references(cluster).forEach(ref -> shared.putIfAbsent(ref.name(), ref.shared()));
    return shared;
  }

  private static Stream<StorageClassRef> references(ClusterView cluster) {
    var found = Stream.<StorageClassRef>builder();
    for (var unit : cluster.model().units()) {
      unit.component()
          .ifPresent(
              component ->
                  References.visit(
                      component.props(),
                      (path, ref) -> {
                        if (ref instanceof StorageClassRef storage) {
                          found.add(storage);
                        }
                      }));
    }
    return found.build();
  }
}

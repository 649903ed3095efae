package io.github.homelab4j.invariants.k3spi;

import io.github.homelab4j.apps.AppMetrics;
import io.github.homelab4j.apps.AppNodes;
import io.github.homelab4j.apps.AppPort;
import io.github.homelab4j.apps.AppVolume;
import io.github.homelab4j.apps.Application;
import io.github.homelab4j.apps.ApplicationProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.ingress.IngressNginx;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.observability.Prometheus;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.storage.Longhorn;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;

/**
 * k3s-pi with what it is for: the pods A, B and C of the document's drawings, each with a volume
 * and metrics. The stack itself composes no application.
 */
final class PiWithApplication {
  private static final K3sPiHomelab HOMELAB = withApplications();
  private static final Synthesis SYNTHESIS = Synthesizer.synthesize(HOMELAB);

  private PiWithApplication() {}

  /** The homelab as it would be written: no check refuses it. */
  static Synthesis synthesis() {
    return SYNTHESIS;
  }

  /** What it is made of. */
  static Resolution resolution() {
    return Resolver.resolve(HOMELAB);
  }

  /** An object as {@code Service my-app/pod-a}. */
  static Emitted object(String described) {
    return SYNTHESIS
        .cluster(Pi.CLUSTER)
        .objects()
        .filter(object -> object.describe().equals(described))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + described));
  }

  private static K3sPiHomelab withApplications() {
    var homelab = new K3sPiHomelab();
    var cluster = homelab.clusters().get(0);
    var longhorn = the(Longhorn.class, cluster).storageClass();
    application(cluster, "pod-a", AppVolume.claim("my-data-1", "/data", longhorn, Quantity.gi(10)));
    application(cluster, "pod-b", AppVolume.claim("my-data-2", "/data", longhorn, Quantity.gi(5)));
    application(
        cluster, "pod-c", AppVolume.shared("my-data-3", "/data", longhorn, Quantity.gi(20)));
    return homelab;
  }

  private static void application(Cluster cluster, String name, AppVolume volume) {
    var application =
        new Application(
            cluster,
            name,
            ApplicationProps.builder()
                .namespace(NamespaceRef.of("my-app"))
                .image(ImageRef.of("ghcr.io/example/my-app:1.4.2"))
                .addPorts(AppPort.http(8080))
                .addVolumes(volume)
                .metrics(AppMetrics.at("/metrics"))
                .where(AppNodes.preferably(cluster.plan().nodes().get(1)))
                .resources(Compute.of(Quantity.millis(50), Quantity.mi(128)))
                .build());
    application.startsAfter(the(IngressNginx.class, cluster), the(Prometheus.class, cluster));
  }

  private static <T extends Component> T the(Class<T> type, Cluster cluster) {
    return cluster.components().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}

package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.StorageSpec;
import io.fabric8.openshift.api.model.monitoring.v1.StorageSpecBuilder;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.math.RoundingMode;
import java.util.Map;

/** What the pods of the Prometheus operator's resources have in common. */
final class OperatedPods {
  /** Where the operator's rules for names, ports and labels stand. */
  static final String SOURCES = "prometheus-operator/prometheus-operator@v0.93.0:pkg/";

  /** The reloader beside each pod that has configuration. */
  static final Compute RELOADER = VmPods.RELOADER;

  /** As whom they run; the group owns their volumes. */
  static final long USER = 65534;

  /** The name of the port of their Services. */
  static final String PORT = "http-web";

  private OperatedPods() {}

  /** The labels of the pods that the operator makes of a resource. */
  static Map<String, String> labelled(String program, String resource) {
    return Map.of(
        "app.kubernetes.io/name",
        program,
        "app.kubernetes.io/instance",
        resource,
        "app.kubernetes.io/managed-by",
        "prometheus-operator");
  }

  /** The version of the program in an image, by which the operator knows what it can do. */
  static String version(ImageRef image) {
    return image.tag().replaceFirst("[-@].*", "");
  }

  /** Whole mebibytes, which Prometheus calls MB. */
  static long mebibytes(Quantity amount) {
    return amount.amount().divide(Quantity.mi(1).amount(), 0, RoundingMode.DOWN).longValueExact();
  }

  /** A volume of each pod. */
  static StorageSpec storage(StorageClassRef storage, Quantity size) {
    return new StorageSpecBuilder()
        // The model would name the kind of the template, which the operator hands on.
        .withNewVolumeClaimTemplate()
        .withApiVersion(null)
        .withKind(null)
        .withSpec(VmPods.claim(storage, size))
        .endVolumeClaimTemplate()
        .build();
  }

  /** A Service under the component's own name: the operator's is one for all of a namespace. */
  static Service service(Component component, int port, Map<String, String> pods) {
    return new ServiceBuilder()
        .withMetadata(Meta.labelled(component.id(), component.targetNamespace(), pods))
        .withNewSpec()
        .withSelector(pods)
        .addNewPort()
        .withName(PORT)
        .withPort(port)
        .withTargetPort(new IntOrString("web"))
        .endPort()
        .endSpec()
        .build();
  }

  /** What has the component itself scraped. */
  static ServiceMonitor monitor(Component component, Map<String, String> pods, String path) {
    return new ServiceMonitorBuilder()
        .withMetadata(Meta.of(component.id(), component.targetNamespace()))
        .withNewSpec()
        .withNewSelector()
        .withMatchLabels(pods)
        .endSelector()
        .addNewEndpoint()
        .withPort(PORT)
        .withPath(path + "/metrics")
        .endEndpoint()
        .endSpec()
        .build();
  }
}

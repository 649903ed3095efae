package io.github.homelab4j.cicd;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.unit.Quantity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of the chart of {@link RunnerScaleSet}. */
record RunnerScaleSetValues(
    URI githubConfigUrl,
    SecretRef githubConfigSecret,
    int minRunners,
    int maxRunners,
    String runnerScaleSetName,
    Optional<Mode> containerMode,
    Listener listenerTemplate,
    Template template,
    ServiceAccount controllerServiceAccount) {
  static RunnerScaleSetValues of(
      String name, RunnerScaleSetProps props, SecretRef credentials, RunnerPod pod) {
    var controller = props.controller();
    var namespace = controller.provider().component().map(Component::targetNamespace);
    return new RunnerScaleSetValues(
        props.github(),
        credentials,
        props.minRunners(),
        props.maxRunners(),
        name,
        props.workStorage().map(storage -> pods(storage, props.workSize())),
        listener(),
        new Template(pod),
        new ServiceAccount(namespace, controller.name()));
  }

  private static Mode pods(StorageClassRef storage, Quantity size) {
    return new Mode(
        "kubernetes",
        new Claim(List.of("ReadWriteOnce"), storage, new Room(Map.of("storage", size))));
  }

  // The listener runs in the controller's namespace, whose level it has to meet.
  private static Listener listener() {
    var container =
        new ContainerBuilder()
            .withName("listener")
            .withSecurityContext(Confinement.container())
            .withResources(
                Compute.of(Quantity.millis(10), Quantity.mi(32), Quantity.mi(128)).model())
            .build();
    return new Listener(new ListenerPod(Confinement.pod(), List.of(container)));
  }

  record Mode(String type, Claim kubernetesModeWorkVolumeClaim) {}

  record Claim(List<String> accessModes, StorageClassRef storageClassName, Room resources) {}

  record Room(Map<String, Quantity> requests) {}

  record Listener(ListenerPod spec) {}

  record ListenerPod(PodSecurityContext securityContext, List<Container> containers) {}

  record Template(RunnerPod spec) {}

  record ServiceAccount(Optional<String> namespace, String name) {}
}

package org.example.fleet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Volumes;
import io.github.homelab4j.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Deployment: confined, probed, with 4 to 16 variables, which reads the settings before it. */
final class Programs {
  private Programs() {}

  static Deployment named(String name, Application application, int number, Words words) {
    var labels = application.pods(number);
    return new DeploymentBuilder()
        .withMetadata(Meta.labelled(name, application.targetNamespace(), labels))
        .withNewSpec()
        .withReplicas(1)
        .withNewStrategy()
        .withType("Recreate")
        .endStrategy()
        .withNewSelector()
        .withMatchLabels(labels)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels)
        .endMetadata()
        .withNewSpec()
        .withAutomountServiceAccountToken(false)
        .withSecurityContext(Confinement.pod(1000))
        .withContainers(container(application, words))
        .withVolumes(
            Volumes.configMap("settings", application.name(number - 1)),
            new VolumeBuilder()
                .withName("tmp")
                .withNewEmptyDir()
                .withSizeLimit(Quantity.mi(64).model())
                .endEmptyDir()
                .build())
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static Container container(Application application, Words words) {
    return new ContainerBuilder()
        .withName("main")
        .withImage(
            "ghcr.io/example/%s:%s.%s.0@%s"
                .formatted(words.word(), words.number(1, 9), words.number(0, 30), words.digest()))
        .withImagePullPolicy("IfNotPresent")
        .withArgs(arguments(words))
        .withEnv(variables(application, words))
        .addNewPort()
        .withName("http")
        .withContainerPort(Application.PORT)
        .endPort()
        .withLivenessProbe(probe("/alive", 30))
        .withReadinessProbe(probe("/ready", 10))
        .withResources(
            Compute.of(
                    Quantity.millis(words.number(10, 200)),
                    Quantity.mi(words.number(32, 128)),
                    Quantity.mi(words.number(128, 512)))
                .model())
        .withSecurityContext(Confinement.container())
        .withVolumeMounts(
            Volumes.readOnly("settings", "/etc/program"), Volumes.mount("tmp", "/tmp"))
        .build();
  }

  private static List<String> arguments(Words words) {
    var arguments = new ArrayList<String>();
    arguments.add("--config=/etc/program/application.properties");
    for (int i = words.number(1, 6); i > 0; i--) {
      arguments.add("--%s=%s".formatted(words.words(2, "-"), words.word()));
    }
    return arguments;
  }

  private static List<EnvVar> variables(Application application, Words words) {
    var variables = new ArrayList<EnvVar>();
    if (!application.asks().isEmpty()) {
      variables.add(variable("UPSTREAM", application.asks()));
    }
    for (int i = words.number(4, 16); i > 0; i--) {
      var name = "%s_%s".formatted(words.words(2, "_"), i);
      variables.add(variable(name.toUpperCase(Locale.ROOT), words.words(4, " ")));
    }
    return variables;
  }

  private static EnvVar variable(String name, String value) {
    return new EnvVarBuilder().withName(name).withValue(value).build();
  }

  private static Probe probe(String path, int seconds) {
    return new ProbeBuilder()
        .withPeriodSeconds(seconds)
        .withNewHttpGet()
        .withPath(path)
        .withPort(new IntOrString("http"))
        .endHttpGet()
        .build();
  }
}

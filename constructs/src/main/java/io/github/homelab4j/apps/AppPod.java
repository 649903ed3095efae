package io.github.homelab4j.apps;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.EnvVars;
import io.github.homelab4j.kube.Placement;
import java.util.Optional;
import java.util.function.Function;

/** The pods of an {@link Application}. */
final class AppPod {
  private static final String FILES = "homelab4j.github.io/files";
  // Of no user of an image: what a volume belongs to besides.
  private static final long GROUP = 2000L;

  private AppPod() {}

  static PodTemplateSpec of(
      AppMeta meta, ApplicationProps props, Function<SecretSource, SecretKeyRef> secrets) {
    var template = new PodTemplateSpecBuilder().withNewMetadata().withLabels(meta.pods());
    AppVolumes.checksum(props).ifPresent(sum -> template.addToAnnotations(FILES, sum));
    return template.endMetadata().withSpec(pod(meta, props, secrets)).build();
  }

  private static PodSpec pod(
      AppMeta meta, ApplicationProps props, Function<SecretSource, SecretKeyRef> secrets) {
    var pod =
        new PodSpecBuilder()
            .withAutomountServiceAccountToken(false)
            // Each Service of the namespace would be in its environment otherwise.
            .withEnableServiceLinks(false)
            .withSecurityContext(user(props))
            .withContainers(container(meta, props, secrets))
            .withVolumes(AppVolumes.volumes(meta, props, secrets));
    props.where().ifPresent(where -> pod.withAffinity(where.model()));
    if (props.replicas() > 1) {
      pod.withTopologySpreadConstraints(Placement.spread(meta.pods()));
    }
    if (props.kind() == AppKind.CRON_JOB) {
      pod.withRestartPolicy("Never");
    }
    return pod.build();
  }

  // A new volume belongs to root, so some group of the pod's has to have it.
  private static PodSecurityContext user(ApplicationProps props) {
    var context =
        new PodSecurityContextBuilder(
            props.user().map(Confinement::pod).orElseGet(Confinement::pod));
    if (AppVolumes.hasClaims(props)) {
      context.withFsGroup(props.user().orElse(GROUP)).withFsGroupChangePolicy("OnRootMismatch");
    }
    return context.build();
  }

  private static Container container(
      AppMeta meta, ApplicationProps props, Function<SecretSource, SecretKeyRef> secrets) {
    var security = props.writableRoot() ? Confinement.writingContainer() : Confinement.container();
    return new ContainerBuilder()
        .withName(meta.name())
        .withImage(props.image().text())
        .withImagePullPolicy("IfNotPresent")
        .withCommand(props.command())
        .withArgs(props.args())
        .withEnv(props.env().stream().map(each -> variable(each, secrets)).toList())
        .withPorts(props.ports().stream().map(AppPod::port).toList())
        .withStartupProbe(props.startup().map(probe -> probe.model(props)).orElse(null))
        .withLivenessProbe(props.liveness().map(probe -> probe.model(props)).orElse(null))
        .withReadinessProbe(readiness(props).map(probe -> probe.model(props)).orElse(null))
        .withResources(props.resources().model())
        .withSecurityContext(security)
        .withVolumeMounts(AppVolumes.mounts(props))
        .build();
  }

  private static Optional<AppProbe> readiness(ApplicationProps props) {
    return props
        .readiness()
        .or(
            () ->
                props.ports().stream()
                    .limit(1)
                    .filter(port -> port.protocol() == AppPort.Protocol.TCP)
                    .map(port -> AppProbe.tcp())
                    .findFirst());
  }

  private static EnvVar variable(AppEnv env, Function<SecretSource, SecretKeyRef> secrets) {
    if (env instanceof AppEnv.Secret secret) {
      return EnvVars.of(secret.name(), secrets.apply(secret.secret()));
    } else if (env instanceof AppEnv.Address address) {
      var service = address.service();
      return EnvVars.of(address.name(), address.asUrl() ? service.http() : service.host());
    }
    return EnvVars.of(env.name(), ((AppEnv.Text) env).value());
  }

  private static ContainerPort port(AppPort port) {
    return new ContainerPortBuilder()
        .withName(port.name())
        .withContainerPort(port.port().number())
        .withProtocol(port.protocol().name())
        .build();
  }
}

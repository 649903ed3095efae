package io.github.homelab4j.apps;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.kube.Meta;
import java.util.function.Function;

/** What runs the pods of an {@link Application}. */
final class AppWorkload {
  private AppWorkload() {}

  static HasMetadata of(
      AppMeta meta, ApplicationProps props, Function<SecretSource, SecretKeyRef> secrets) {
    var pod = AppPod.of(meta, props, secrets);
    return switch (props.kind()) {
      case DEPLOYMENT -> deployment(meta, props, pod);
      case STATEFUL_SET -> statefulSet(meta, props, pod);
      case DAEMON_SET ->
          new DaemonSetBuilder()
              .withMetadata(Meta.of(meta.name(), meta.namespace()))
              .withNewSpec()
              .withSelector(selector(meta))
              .withTemplate(pod)
              .endSpec()
              .build();
      case CRON_JOB -> cronJob(meta, props, pod);
    };
  }

  private static HasMetadata deployment(AppMeta meta, ApplicationProps props, PodTemplateSpec pod) {
    var deployment =
        new DeploymentBuilder()
            .withMetadata(Meta.of(meta.name(), meta.namespace()))
            .withNewSpec()
            .withReplicas(props.replicas())
            .withSelector(selector(meta))
            .withTemplate(pod);
    // The new pod would wait for a volume that the old one holds.
    return AppVolumes.holdsItsOwn(props)
        ? deployment.withNewStrategy().withType("Recreate").endStrategy().endSpec().build()
        : deployment.endSpec().build();
  }

  private static HasMetadata statefulSet(
      AppMeta meta, ApplicationProps props, PodTemplateSpec pod) {
    return new StatefulSetBuilder()
        .withMetadata(Meta.of(meta.name(), meta.namespace()))
        .withNewSpec()
        .withReplicas(props.replicas())
        .withServiceName(props.ports().isEmpty() ? null : meta.name())
        .withSelector(selector(meta))
        .withTemplate(pod)
        .withVolumeClaimTemplates(AppVolumes.templates(props))
        .endSpec()
        .build();
  }

  private static HasMetadata cronJob(AppMeta meta, ApplicationProps props, PodTemplateSpec pod) {
    return new CronJobBuilder()
        .withMetadata(Meta.of(meta.name(), meta.namespace()))
        .withNewSpec()
        .withSchedule(props.schedule().orElseThrow().text())
        .withTimeZone("Etc/UTC")
        .withConcurrencyPolicy("Forbid")
        .withStartingDeadlineSeconds(props.deadline().toSeconds())
        .withSuccessfulJobsHistoryLimit(1)
        .withFailedJobsHistoryLimit(1)
        .withNewJobTemplate()
        .withNewSpec()
        .withActiveDeadlineSeconds(props.deadline().toSeconds())
        .withTemplate(pod)
        .endSpec()
        .endJobTemplate()
        .endSpec()
        .build();
  }

  private static LabelSelector selector(AppMeta meta) {
    return new LabelSelectorBuilder().withMatchLabels(meta.pods()).build();
  }
}

package io.github.homelab4j.apps;

import io.github.homelab4j.core.Invalid;
import java.util.List;

/** Settings of an {@link Application} that do not go together. */
final class ApplicationChecks {
  private ApplicationChecks() {}

  static void check(ApplicationProps props) {
    if (props.namespace().isEmpty()) {
      Invalid.setting("an application has no namespace: name the one it is for");
    }
    copies(props);
    schedule(props);
    volumes(props);
    ports(props);
  }

  private static void copies(ApplicationProps props) {
    var kind = props.kind();
    if (props.replicas() > 1 && (kind == AppKind.DAEMON_SET || kind == AppKind.CRON_JOB)) {
      Invalid.setting(
          "replicas is %s, but the number of copies of a %s follows from elsewhere: leave it out"
              .formatted(props.replicas(), word(kind)));
    }
    for (var claim : own(props)) {
      if (props.replicas() > 1 && kind == AppKind.DEPLOYMENT) {
        Invalid.setting(
            "replicas is %s, but one machine at a time mounts volume %s: run 1, share the volume, or take kind STATEFUL_SET"
                .formatted(props.replicas(), claim.name()));
      }
      if (kind == AppKind.DAEMON_SET) {
        Invalid.setting(
            "a DaemonSet runs on every machine, but one at a time mounts volume %s: share it, or take another kind"
                .formatted(claim.name()));
      }
    }
  }

  private static void schedule(ApplicationProps props) {
    var cron = props.kind() == AppKind.CRON_JOB;
    if (cron && props.schedule().isEmpty()) {
      Invalid.setting("kind is CRON_JOB without a schedule: say when it runs");
    }
    if (!cron && props.schedule().isPresent()) {
      Invalid.setting(
          "there is a schedule, %s, but kind is %s: leave one of them out"
              .formatted(props.schedule().get(), props.kind()));
    }
    if (cron && !props.ports().isEmpty()) {
      Invalid.setting(
          "a CronJob has port %s, but nobody can rely on it: leave the port out"
              .formatted(props.ports().get(0).name()));
    }
  }

  private static void volumes(ApplicationProps props) {
    for (var volume : props.volumes()) {
      if (!volume.path().startsWith("/")) {
        Invalid.setting(
            "volume %s is at '%s', which is no path from the root: begin it with /"
                .formatted(volume.name(), volume.path()));
      }
      if (volume instanceof AppVolume.Claim claim && claim.shared() && !claim.storage().shared()) {
        Invalid.setting(
            "volume %s is shared, but one machine at a time mounts volumes of %s: take AppVolume.claim(…), or a class of shared volumes"
                .formatted(claim.name(), claim.storage().describe()));
      }
    }
  }

  private static void ports(ApplicationProps props) {
    var names = props.ports().stream().map(AppPort::name).toList();
    props.route().ifPresent(route -> port("the route", route.port().orElse(""), names));
    props.metrics().ifPresent(metrics -> port("metrics", metrics.port().orElse(""), names));
    for (var probe :
        List.of(
            new Named("readiness", props.readiness()),
            new Named("liveness", props.liveness()),
            new Named("startup", props.startup()))) {
      probe
          .probe()
          .filter(asked -> asked.command().isEmpty())
          .ifPresent(asked -> port(probe.name(), asked.port().orElse(""), names));
    }
  }

  private static void port(String who, String name, List<String> names) {
    if (names.isEmpty()) {
      Invalid.setting("%s needs a port, and there is none: add one to the ports".formatted(who));
    } else if (!name.isEmpty() && !names.contains(name)) {
      Invalid.setting(
          "%s asks port %s, which is not there (there is %s): name one of them"
              .formatted(who, name, String.join(", ", names)));
    }
  }

  private static List<AppVolume.Claim> own(ApplicationProps props) {
    return props.volumes().stream()
        .filter(AppVolume.Claim.class::isInstance)
        .map(AppVolume.Claim.class::cast)
        .filter(claim -> !claim.shared())
        .toList();
  }

  private static String word(AppKind kind) {
    return kind == AppKind.DAEMON_SET ? "DaemonSet" : "CronJob";
  }

  private record Named(String name, java.util.Optional<AppProbe> probe) {}
}

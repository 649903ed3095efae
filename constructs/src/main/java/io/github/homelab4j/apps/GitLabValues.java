package io.github.homelab4j.apps;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Metrics;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of GitLab's chart, which is a tree of charts: {@code global} for all, then one key per
 * chart.
 */
record GitLabValues(
    GitLabGlobal global,
    boolean installCertmanager,
    @JsonProperty("nginx-ingress") Enabled nginxIngress,
    Install prometheus,
    Install postgresql,
    Install redis,
    @JsonProperty("gitlab-runner") Install gitlabRunner,
    @JsonProperty("shared-secrets") Optional<SharedSecrets> sharedSecrets,
    Registry registry,
    Gitlab gitlab) {
  private static final Install LEFT_OUT = new Install(false);
  // Rails loads all of GitLab, also to make one backup.
  private static final Compute RAILS =
      Compute.of(Quantity.millis(50), Quantity.mi(350), Quantity.gi(4));

  static GitLabValues of(String release, GitLabProps props, Secrets secrets) {
    return new GitLabValues(
        GitLabGlobal.of(props, secrets),
        false,
        Enabled.OFF,
        LEFT_OUT,
        LEFT_OUT,
        LEFT_OUT,
        LEFT_OUT,
        // The chart's job writes Rails' secrets for an environment; without one it leaves ours
        // alone.
        secrets.rails().map(given -> new SharedSecrets("")),
        registry(release, props, secrets),
        gitlab(release, props, secrets));
  }

  private static Registry registry(String release, GitLabProps props, Secrets secrets) {
    return new Registry(
        new Section(Optional.empty(), props.listener().section()),
        new Replicas(props.replicas(), props.replicas()),
        new KeyOf(secrets.objectStore(), GitLabSecrets.REGISTRY),
        Metrics.when(props.metrics()),
        Compute.of(Quantity.millis(50), Quantity.mi(64), Quantity.gi(1)),
        Placement.spread(labels("registry", release)));
  }

  private static Gitlab gitlab(String release, GitLabProps props, Secrets secrets) {
    var monitor = Enabled.when(props.metrics());
    // CephFS and RBD take their time to hand a volume over, and Gitaly to look at what is on it.
    var gitaly =
        new Gitaly(
            new PodSecurityContext(
                1000, 1000, "OnRootMismatch", new SeccompProfile("RuntimeDefault")),
            new Volume(props.storage(), props.storageSize()),
            new Statefulset(new Startup(300)),
            new Monitored(monitor),
            Compute.of(Quantity.millis(200), Quantity.mi(600), Quantity.gi(4)));
    var backups =
        new Backups(
            new BackupStore("s3", new KeyOf(secrets.objectStore(), GitLabSecrets.S3CMD)),
            new BackupCron(
                true,
                props.backupSchedule(),
                "--maximum-backups " + props.backupsKept(),
                new Scratch(true, true, props.storage(), props.storageSize()),
                RAILS));
    return new Gitlab(
        gitaly,
        shell(release, props),
        GitLabWebservice.of(release, props),
        new Sidekiq(
            1,
            1,
            new SidekiqMetrics(monitor),
            Compute.of(Quantity.millis(300), Quantity.gi(2), Quantity.gi(4))),
        new Monitors(
            new Monitored(monitor),
            Compute.of(Quantity.millis(75), Quantity.mi(128), Quantity.mi(512))),
        new Toolbox(backups, RAILS),
        new Migrations(Compute.of(Quantity.millis(250), Quantity.mi(256), Quantity.gi(2))),
        // The chart makes the agent server's route even where the server itself is off.
        new Routed(new Section(Optional.of(false), "")));
  }

  private static Shell shell(String release, GitLabProps props) {
    return new Shell(
        new Section(Optional.of(false), ""),
        props.replicas(),
        props.replicas(),
        new LoadBalancer("LoadBalancer", props.sshAddress().address(), "Cluster"),
        Compute.of(Quantity.millis(10), Quantity.mi(32), Quantity.gi(1)),
        Placement.spread(labels("gitlab-shell", release)));
  }

  static Map<String, String> labels(String app, String release) {
    return Map.of("app", app, "release", release);
  }

  /** Secrets of GitLab's own namespace. */
  record Secrets(
      SecretKeyRef rootPassword,
      SecretKeyRef databaseUser,
      SecretKeyRef databasePassword,
      SecretKeyRef cachePassword,
      SecretRef objectStore,
      Optional<SecretRef> rails,
      Optional<SecretRef> login) {}

  record Install(boolean install) {}

  record SharedSecrets(String env) {}

  record KeyOf(SecretRef secret, String key) {
    static KeyOf of(SecretKeyRef ref) {
      return new KeyOf(ref.secret(), ref.key());
    }
  }

  record Section(Optional<Boolean> enabled, String sectionName) {}

  record Replicas(int minReplicas, int maxReplicas) {}

  record Monitored(Enabled serviceMonitor) {}

  record Registry(
      Section gatewayRoute,
      Replicas hpa,
      KeyOf storage,
      Metrics metrics,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record Gitlab(
      Gitaly gitaly,
      @JsonProperty("gitlab-shell") Shell shell,
      GitLabWebservice webservice,
      Sidekiq sidekiq,
      @JsonProperty("gitlab-exporter") Monitors exporter,
      Toolbox toolbox,
      Migrations migrations,
      Routed kas) {}

  record Gitaly(
      PodSecurityContext securityContext,
      Volume persistence,
      Statefulset statefulset,
      Monitored metrics,
      Compute resources) {}

  record PodSecurityContext(
      int runAsUser, int fsGroup, String fsGroupChangePolicy, SeccompProfile seccompProfile) {}

  record SeccompProfile(String type) {}

  record Volume(StorageClassRef storageClass, Quantity size) {}

  record Statefulset(Startup startupProbe) {}

  record Startup(int failureThreshold) {}

  record Shell(
      Section gatewayRoute,
      int minReplicas,
      int maxReplicas,
      LoadBalancer service,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record LoadBalancer(String type, Ip loadBalancerIP, String externalTrafficPolicy) {}

  record Sidekiq(int minReplicas, int maxReplicas, SidekiqMetrics metrics, Compute resources) {}

  record SidekiqMetrics(Enabled podMonitor) {}

  record Monitors(Monitored metrics, Compute resources) {}

  record Toolbox(Backups backups, Compute resources) {}

  record Migrations(Compute resources) {}

  record Backups(BackupStore objectStorage, BackupCron cron) {}

  record BackupStore(String backend, KeyOf config) {}

  record BackupCron(
      boolean enabled,
      CronSchedule schedule,
      String extraArgs,
      Scratch persistence,
      Compute resources) {}

  record Scratch(
      boolean enabled,
      boolean useGenericEphemeralVolume,
      StorageClassRef storageClass,
      Quantity size) {}

  record Routed(Section gatewayRoute) {}
}

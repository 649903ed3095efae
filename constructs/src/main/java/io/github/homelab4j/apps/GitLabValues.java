package io.github.homelab4j.apps;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of GitLab's chart, which is a tree of charts: {@code global} for all, then one key per chart. */
record GitLabValues(
    Global global,
    boolean installCertmanager,
    @JsonProperty("nginx-ingress") Enabled nginxIngress,
    Install prometheus,
    Install postgresql,
    Install redis,
    @JsonProperty("gitlab-runner") Install gitlabRunner,
    @JsonProperty("shared-secrets") Optional<SharedSecrets> sharedSecrets,
    Registry registry,
    Gitlab gitlab) {
  private static final Enabled OFF = new Enabled(false);
  private static final Install LEFT_OUT = new Install(false);
  private static final String LOGIN = "openid_connect";

  static GitLabValues of(String release, GitLabProps props, Secrets secrets) {
    return new GitLabValues(
        global(props, secrets),
        false,
        OFF,
        LEFT_OUT,
        LEFT_OUT,
        LEFT_OUT,
        LEFT_OUT,
        // The chart's job writes Rails' secrets for an environment; without one it leaves ours alone.
        secrets.rails().map(given -> new SharedSecrets("")),
        registry(release, props, secrets),
        gitlab(release, props, secrets));
  }

  private static Global global(GitLabProps props, Secrets secrets) {
    var name = props.hostname().name();
    var hosts =
        new Hosts(
            name.substring(name.indexOf('.') + 1),
            true,
            new Host(props.hostname()),
            new Host(props.registryHostname()),
            props.sshHostname());
    var listener = props.listener();
    var database = props.database();
    return new Global(
        new Application(false),
        // Else named by the values alone: a migration that failed would stay, and with it every further try.
        new Job("{{ .Release.Revision }}"),
        hosts,
        // Without "tls" off, a job signs a certificate of its own and every pod waits for it.
        new Ingress(false, false, OFF),
        new GatewayApi(true, new GatewayRef(listener.gateway(), listener.namespace())),
        KeyOf.of(secrets.rootPassword()),
        // A pooler may answer each statement by another connection, where a prepared one does not exist.
        new Psql(
            database.service().host(),
            database.service().port(),
            database.name(),
            secrets.databaseUser(),
            KeyOf.of(secrets.databasePassword()),
            false),
        new Redis(
            props.cache().service().host(),
            props.cache().service().port(),
            new RedisAuth(true, secrets.cachePassword().secret(), secrets.cachePassword().key())),
        OFF,
        OFF,
        new Bucket(props.bucketPrefix() + "-registry"),
        secrets.rails().map(SecretName::new),
        appConfig(props, secrets));
  }

  private static AppConfig appConfig(GitLabProps props, Secrets secrets) {
    var prefix = props.bucketPrefix();
    return new AppConfig(
        props.usagePing(),
        new ObjectStore(true, true, new KeyOf(secrets.objectStore(), GitLabSecrets.CONNECTION)),
        new Bucket(prefix + "-artifacts"),
        new Bucket(prefix + "-lfs"),
        new Bucket(prefix + "-uploads"),
        new Bucket(prefix + "-packages"),
        new BackupBuckets(prefix + "-backups", prefix + "-tmp"),
        secrets
            .login()
            .map(
                login ->
                    new Omniauth(
                        true, List.of(LOGIN), false, List.of(LOGIN), List.of(LOGIN), List.of(new KeyOf(login, GitLabSecrets.PROVIDER)))));
  }

  private static Registry registry(String release, GitLabProps props, Secrets secrets) {
    return new Registry(
        new Section(Optional.empty(), props.listener().section()),
        new Replicas(props.replicas(), props.replicas()),
        new KeyOf(secrets.objectStore(), GitLabSecrets.REGISTRY),
        new Metrics(props.metrics(), new Enabled(props.metrics())),
        Placement.spread(labels("registry", release)));
  }

  private static Gitlab gitlab(String release, GitLabProps props, Secrets secrets) {
    var monitor = new Enabled(props.metrics());
    // CephFS and RBD take their time to hand a volume over, and Gitaly to look at what is on it.
    var gitaly =
        new Gitaly(
            new PodSecurityContext(1000, 1000, "OnRootMismatch", new SeccompProfile("RuntimeDefault")),
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
                new Scratch(true, true, props.storage(), props.storageSize())));
    return new Gitlab(
        gitaly,
        shell(release, props),
        webservice(release, props),
        new Sidekiq(1, 1, new SidekiqMetrics(monitor), Compute.of(Quantity.millis(300), Quantity.gi(2), Quantity.gi(4))),
        new Monitors(new Monitored(monitor)),
        new Toolbox(backups),
        // The chart makes the agent server's route even where the server itself is off.
        new Routed(new Section(Optional.of(false), "")));
  }

  private static Shell shell(String release, GitLabProps props) {
    return new Shell(
        new Section(Optional.of(false), ""),
        props.replicas(),
        props.replicas(),
        new LoadBalancer("LoadBalancer", props.sshAddress().address(), "Cluster"),
        Placement.spread(labels("gitlab-shell", release)));
  }

  private static Webservice webservice(String release, GitLabProps props) {
    // The chart's own rule ends every request after 15 seconds, clones and pushes included.
    var rule =
        new Rule("root", List.of(new Match(new Path("PathPrefix", "/"))), new Timeouts(Duration.ZERO, Duration.ZERO));
    var monitor = new Enabled(props.metrics());
    return new Webservice(
        new Section(Optional.empty(), props.listener().section()),
        Map.of("default", new Deployment(new IngressPath("/"), new Rules(List.of(rule)))),
        props.replicas(),
        props.replicas(),
        new Startable(starting()),
        OFF,
        new Monitored(monitor),
        new Workhorse(new Metrics(props.metrics(), monitor)),
        Compute.of(Quantity.millis(300), Quantity.mi(2560), Quantity.gi(4)),
        Placement.spread(labels("webservice", release)));
  }

  // Ten minutes: Rails loads slowly on small machines, and the liveness probe would end it before it answers.
  private static Probe starting() {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath("/-/liveness")
        .withNewPort(8080)
        .endHttpGet()
        .withPeriodSeconds(10)
        .withTimeoutSeconds(5)
        .withFailureThreshold(60)
        .build();
  }

  private static Map<String, String> labels(String app, String release) {
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

  record Enabled(boolean enabled) {}

  record Install(boolean install) {}

  record SharedSecrets(String env) {}

  record KeyOf(SecretRef secret, String key) {
    static KeyOf of(SecretKeyRef ref) {
      return new KeyOf(ref.secret(), ref.key());
    }
  }

  record SecretName(SecretRef secret) {}

  record Bucket(String bucket) {}

  record Global(
      Application application,
      Job job,
      Hosts hosts,
      Ingress ingress,
      GatewayApi gatewayApi,
      KeyOf initialRootPassword,
      Psql psql,
      Redis redis,
      Enabled minio,
      Enabled kas,
      Bucket registry,
      Optional<SecretName> railsSecrets,
      AppConfig appConfig) {}

  record Application(boolean allowClusterRoles) {}

  record Job(String nameSuffixOverride) {}

  record Hosts(String domain, boolean https, Host gitlab, Host registry, Hostname ssh) {}

  record Host(Hostname name) {}

  record Ingress(boolean enabled, boolean configureCertmanager, Enabled tls) {}

  record GatewayApi(boolean enabled, GatewayRef gatewayRef) {}

  record GatewayRef(String name, String namespace) {}

  record Psql(String host, Port port, String database, SecretKeyRef username, KeyOf password, boolean preparedStatements) {}

  record Redis(String host, Port port, RedisAuth auth) {}

  record RedisAuth(boolean enabled, SecretRef secret, String key) {}

  record AppConfig(
      boolean enableUsagePing,
      @JsonProperty("object_store") ObjectStore objectStore,
      Bucket artifacts,
      Bucket lfs,
      Bucket uploads,
      Bucket packages,
      BackupBuckets backups,
      Optional<Omniauth> omniauth) {}

  record ObjectStore(boolean enabled, @JsonProperty("proxy_download") boolean proxyDownload, KeyOf connection) {}

  record BackupBuckets(String bucket, String tmpBucket) {}

  record Omniauth(
      boolean enabled,
      List<String> allowSingleSignOn,
      boolean blockAutoCreatedUsers,
      List<String> autoLinkUser,
      List<String> syncProfileFromProvider,
      List<KeyOf> providers) {}

  record Section(Optional<Boolean> enabled, String sectionName) {}

  record Replicas(int minReplicas, int maxReplicas) {}

  record Metrics(boolean enabled, Enabled serviceMonitor) {}

  record Monitored(Enabled serviceMonitor) {}

  record Registry(
      Section gatewayRoute, Replicas hpa, KeyOf storage, Metrics metrics, List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record Gitlab(
      Gitaly gitaly,
      @JsonProperty("gitlab-shell") Shell shell,
      Webservice webservice,
      Sidekiq sidekiq,
      @JsonProperty("gitlab-exporter") Monitors exporter,
      Toolbox toolbox,
      Routed kas) {}

  record Gitaly(PodSecurityContext securityContext, Volume persistence, Statefulset statefulset, Monitored metrics, Compute resources) {}

  record PodSecurityContext(int runAsUser, int fsGroup, String fsGroupChangePolicy, SeccompProfile seccompProfile) {}

  record SeccompProfile(String type) {}

  record Volume(StorageClassRef storageClass, Quantity size) {}

  record Statefulset(Startup startupProbe) {}

  record Startup(int failureThreshold) {}

  record Shell(
      Section gatewayRoute,
      int minReplicas,
      int maxReplicas,
      LoadBalancer service,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record LoadBalancer(String type, Ip loadBalancerIP, String externalTrafficPolicy) {}

  record Webservice(
      Section gatewayRoute,
      Map<String, Deployment> deployments,
      int minReplicas,
      int maxReplicas,
      Startable deployment,
      Enabled helmTests,
      Monitored metrics,
      Workhorse workhorse,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record Deployment(IngressPath ingress, Rules gatewayRoute) {}

  record IngressPath(String path) {}

  record Rules(List<Rule> rules) {}

  record Rule(String name, List<Match> matches, Timeouts timeouts) {}

  record Match(Path path) {}

  record Path(String type, String value) {}

  record Timeouts(Duration request, Duration backendRequest) {}

  record Startable(Probe startupProbe) {}

  record Workhorse(Metrics metrics) {}

  record Sidekiq(int minReplicas, int maxReplicas, SidekiqMetrics metrics, Compute resources) {}

  record SidekiqMetrics(Enabled podMonitor) {}

  record Monitors(Monitored metrics) {}

  record Toolbox(Backups backups) {}

  record Backups(BackupStore objectStorage, BackupCron cron) {}

  record BackupStore(String backend, KeyOf config) {}

  record BackupCron(boolean enabled, CronSchedule schedule, String extraArgs, Scratch persistence) {}

  record Scratch(boolean enabled, boolean useGenericEphemeralVolume, StorageClassRef storageClass, Quantity size) {}

  record Routed(Section gatewayRoute) {}
}

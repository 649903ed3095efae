package io.github.homelab4j.apps;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.Optional;

/** What all charts of {@link GitLab} share: their key {@code global}. */
record GitLabGlobal(
    Application application,
    Job job,
    Hosts hosts,
    Ingress ingress,
    GatewayApi gatewayApi,
    GitLabValues.KeyOf initialRootPassword,
    Psql psql,
    Redis redis,
    Enabled minio,
    Enabled kas,
    Bucket registry,
    Optional<SecretName> railsSecrets,
    AppConfig appConfig) {
  private static final String LOGIN = "openid_connect";

  static GitLabGlobal of(GitLabProps props, GitLabValues.Secrets secrets) {
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
    return new GitLabGlobal(
        new Application(false),
        // Else named by the values alone: a migration that failed would stay, and with it every
        // further try.
        new Job("{{ .Release.Revision }}"),
        hosts,
        // Without "tls" off, a job signs a certificate of its own and every pod waits for it.
        new Ingress(false, false, Enabled.OFF),
        new GatewayApi(true, new GatewayRef(listener.gateway(), listener.namespace())),
        GitLabValues.KeyOf.of(secrets.rootPassword()),
        // A pooler may answer each statement by another connection, where a prepared one does not
        // exist.
        new Psql(
            database.service().host(),
            database.service().port(),
            database.name(),
            secrets.databaseUser(),
            GitLabValues.KeyOf.of(secrets.databasePassword()),
            false),
        new Redis(
            props.cache().service().host(),
            props.cache().service().port(),
            new RedisAuth(true, secrets.cachePassword().secret(), secrets.cachePassword().key())),
        Enabled.OFF,
        Enabled.OFF,
        new Bucket(props.bucketPrefix() + "-registry"),
        secrets.rails().map(SecretName::new),
        appConfig(props, secrets));
  }

  private static AppConfig appConfig(GitLabProps props, GitLabValues.Secrets secrets) {
    var prefix = props.bucketPrefix();
    return new AppConfig(
        props.usagePing(),
        new ObjectStore(
            true, true, new GitLabValues.KeyOf(secrets.objectStore(), GitLabSecrets.CONNECTION)),
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
                        true,
                        List.of(LOGIN),
                        false,
                        List.of(LOGIN),
                        List.of(LOGIN),
                        List.of(new GitLabValues.KeyOf(login, GitLabSecrets.PROVIDER)))));
  }

  record Application(boolean allowClusterRoles) {}

  record Job(String nameSuffixOverride) {}

  record Hosts(String domain, boolean https, Host gitlab, Host registry, Hostname ssh) {}

  record Host(Hostname name) {}

  record Ingress(boolean enabled, boolean configureCertmanager, Enabled tls) {}

  record GatewayApi(boolean enabled, GatewayRef gatewayRef) {}

  record GatewayRef(String name, String namespace) {}

  record Psql(
      String host,
      Port port,
      String database,
      SecretKeyRef username,
      GitLabValues.KeyOf password,
      boolean preparedStatements) {}

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

  record ObjectStore(
      boolean enabled,
      @JsonProperty("proxy_download") boolean proxyDownload,
      GitLabValues.KeyOf connection) {}

  record BackupBuckets(String bucket, String tmpBucket) {}

  record Omniauth(
      boolean enabled,
      List<String> allowSingleSignOn,
      boolean blockAutoCreatedUsers,
      List<String> autoLinkUser,
      List<String> syncProfileFromProvider,
      List<GitLabValues.KeyOf> providers) {}

  record SecretName(SecretRef secret) {}

  record Bucket(String bucket) {}
}

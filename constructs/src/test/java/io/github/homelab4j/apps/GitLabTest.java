package io.github.homelab4j.apps;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.CacheRef;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class GitLabTest {
  private final Provider elsewhere = Provider.external("a test");
  private final SecretStoreRef store = new SecretStoreRef("vault", elsewhere);
  private final ListenerRef listener =
      new ListenerRef(
          "apps",
          "kube-system",
          "https",
          Hostname.of("*.example.org"),
          Ip.of("10.0.0.100"),
          elsewhere);

  @Test
  void leaves_out_what_it_is_given_from_outside() {
    assertThat(gitlab())
        .values()
        .has("/installCertmanager", false)
        .has("/nginx-ingress/enabled", false)
        .has("/prometheus/install", false)
        .has("/postgresql/install", false)
        .has("/redis/install", false)
        .has("/gitlab-runner/install", false)
        .has("/global/minio/enabled", false);
  }

  @Test
  void migrates_with_a_new_job_at_every_try() {
    assertThat(gitlab()).values().has("/global/job/nameSuffixOverride", "{{ .Release.Revision }}");
  }

  @Test
  void uses_the_pooler_without_prepared_statements_and_with_the_login_of_the_store() {
    var gitlab = gitlab();
    assertThat(gitlab)
        .values()
        .has("/global/psql/host", "gitlab-pooler.postgres.svc.cluster.local")
        .has("/global/psql/port", 5432)
        .has("/global/psql/preparedStatements", false)
        .has("/global/psql/password/secret", "gitlab-postgres-gitlab")
        .has("/global/psql/password/key", "password")
        .hasNo("/global/psql/username");
    assertThat(gitlab)
        .resource("HelmRelease", "gitlab")
        .has("/spec/valuesFrom/0/targetPath", "global.psql.username")
        .has("/spec/valuesFrom/0/name", "gitlab-postgres-gitlab")
        .has("/spec/valuesFrom/0/valuesKey", "username")
        .has("/spec/valuesFrom/0/literal", true);
  }

  @Test
  void takes_the_password_of_the_cache_from_the_store() {
    var gitlab = gitlab();
    assertThat(gitlab)
        .values()
        .has("/global/redis/host", "dragonfly-gitlab.dragonfly.svc.cluster.local")
        .has("/global/redis/auth/secret", "gitlab-dragonfly")
        .has("/global/redis/auth/key", "gitlab-password");
    assertThat(gitlab)
        .resource("ExternalSecret", "gitlab-dragonfly")
        .has("/spec/data/0/remoteRef/property", "gitlab-password");
  }

  @Test
  void routes_to_the_listener_without_ending_long_requests() {
    assertThat(gitlab())
        .values()
        .has("/global/gatewayApi/gatewayRef/name", "apps")
        .has("/global/gatewayApi/gatewayRef/namespace", "kube-system")
        .has("/global/ingress/enabled", false)
        .has("/global/ingress/tls/enabled", false)
        .has("/gitlab/webservice/gatewayRoute/sectionName", "https")
        .has("/gitlab/webservice/deployments/default/gatewayRoute/rules/0/timeouts/request", "0s")
        .has("/registry/gatewayRoute/sectionName", "https")
        .has("/gitlab/kas/gatewayRoute/enabled", false)
        .has("/gitlab/gitlab-shell/gatewayRoute/enabled", false);
  }

  @Test
  void serves_ssh_at_the_address_of_the_plan() {
    assertThat(gitlab())
        .values()
        .has("/gitlab/gitlab-shell/service/type", "LoadBalancer")
        .has("/gitlab/gitlab-shell/service/loadBalancerIP", "10.0.0.101")
        .has("/global/hosts/ssh", "gitlab-ssh.example.org");
  }

  @Test
  void runs_two_copies_of_what_people_wait_for_on_different_nodes() {
    assertThat(gitlab())
        .values()
        .has("/gitlab/webservice/minReplicas", 2)
        .has("/gitlab/webservice/maxReplicas", 2)
        .has(
            "/gitlab/webservice/topologySpreadConstraints/0/labelSelector/matchLabels/app",
            "webservice")
        .has("/gitlab/gitlab-shell/minReplicas", 2)
        .has("/registry/hpa/minReplicas", 2);
  }

  @Test
  void keeps_repositories_on_the_given_class() {
    assertThat(gitlab())
        .values()
        .has("/gitlab/gitaly/persistence/storageClass", "rook-ceph-filesystem")
        .has("/gitlab/gitaly/persistence/size", "50Gi")
        .has("/gitlab/gitaly/securityContext/seccompProfile/type", "RuntimeDefault");
    assertThat(gitlab().podSecurity()).isEqualTo(PodSecurity.RESTRICTED);
  }

  @Test
  void puts_each_kind_of_object_into_a_bucket_of_its_own() {
    var gitlab = gitlab();
    assertThat(gitlab)
        .values()
        .has("/global/appConfig/object_store/connection/secret", "gitlab-object-store")
        .has("/global/appConfig/artifacts/bucket", "gitlab-artifacts")
        .has("/global/appConfig/backups/tmpBucket", "gitlab-tmp")
        .has("/global/registry/bucket", "gitlab-registry")
        .has("/registry/storage/key", "registry")
        .has("/gitlab/toolbox/backups/objectStorage/config/key", "s3cfg")
        .has("/gitlab/toolbox/backups/cron/schedule", "0 1 * * *")
        .has("/gitlab/toolbox/backups/cron/extraArgs", "--maximum-backups 7");
    assertThat(gitlab)
        .resource("ExternalSecret", "gitlab-object-store")
        .has(
            "/spec/target/template/data/connection",
            """
            provider: AWS
            endpoint: https://s3.example.org
            region: us-east-1
            path_style: true
            aws_access_key_id: {{ .id | toJson }}
            aws_secret_access_key: {{ .key | toJson }}
            """);
  }

  @Test
  void lets_people_log_in_by_the_identity_provider() {
    var gitlab = new GitLab(new App(), "gitlab", props().login(login()).build());
    assertThat(gitlab)
        .values()
        .has("/global/appConfig/omniauth/providers/0/secret", "gitlab-login")
        .has("/global/appConfig/omniauth/blockAutoCreatedUsers", false);
    assertThat(gitlab)
        .resource("ExternalSecret", "gitlab-login")
        .has("/spec/data/0/remoteRef/key", "keycloak-clients");
    assertThat(gitlab()).values().hasNo("/global/appConfig/omniauth");
  }

  @Test
  void keeps_the_chart_from_writing_secrets_that_are_given() {
    var given =
        new GitLab(
            new App(),
            "gitlab",
            props().railsSecrets(store.item("gitlab").key("rails-secrets")).build());
    assertThat(given)
        .values()
        .has("/shared-secrets/env", "")
        .has("/global/railsSecrets/secret", "gitlab-rails-secrets");
    assertThat(given)
        .resource("ExternalSecret", "gitlab-rails-secrets")
        .has("/spec/target/template/data/secrets.yml", "{{ .secrets_yml }}");
    assertThat(gitlab()).values().hasNo("/shared-secrets").hasNo("/global/railsSecrets");
  }

  @Test
  void provides_its_web_service_to_runners() {
    assertThat(gitlab().web().http())
        .isEqualTo("http://gitlab-webservice-default.gitlab.svc.cluster.local:8181");
  }

  @Test
  void warns_of_repositories_on_a_network_file_system() {
    assertThat(gitlab().notes())
        .anyMatch(note -> note.startsWith("GitLab advises against network file systems"));
    var onBlocks =
        new GitLab(
            new App(),
            "gitlab",
            unstored().storage(StorageClassRef.external("rook-ceph-block")).build());
    assertThat(onBlocks.notes()).noneMatch(note -> note.contains("CephFS"));
  }

  @Test
  void has_no_monitors_without_metrics() {
    var gitlab = new GitLab(new App(), "gitlab", props().metrics(false).build());
    assertThat(gitlab)
        .values()
        .has("/gitlab/webservice/metrics/serviceMonitor/enabled", false)
        .has("/registry/metrics/enabled", false);
    assertThat(gitlab.uses()).containsExactly("gateway.networking.k8s.io");
  }

  @Test
  void rejects_a_host_name_for_two_things() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> named("gitlab.example.org", "registry.example.org").build())
        .withMessageStartingWith(
            "GitLab has the host names gitlab.example.org (web), registry.example.org (registry) and gitlab.example.org (SSH)");
  }

  @Test
  void rejects_a_registry_that_the_listener_does_not_serve() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> named("gitlab-ssh.example.org", "registry.example.com").build())
        .withMessageContaining("*.example.org, which does not cover registry.example.com");
  }

  @Test
  void rejects_no_replicas_and_no_backups() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().replicas(0).build())
        .withMessage("replicas is 0 and backupsKept is 7: both are at least 1");
  }

  private GitLab gitlab() {
    return new GitLab(new App(), "gitlab", props().build());
  }

  private GitLabProps.Builder props() {
    return unstored().storage(new StorageClassRef("rook-ceph-filesystem", true, elsewhere));
  }

  private GitLabProps.Builder unstored() {
    return unnamed()
        .sshHostname(Hostname.of("gitlab-ssh.example.org"))
        .registryHostname(Hostname.of("registry.example.org"));
  }

  private GitLabProps.Builder named(String ssh, String registry) {
    return unnamed()
        .storage(StorageClassRef.external("rook-ceph-block"))
        .sshHostname(Hostname.of(ssh))
        .registryHostname(Hostname.of(registry));
  }

  private GitLabProps.Builder unnamed() {
    return GitLabProps.builder()
        .hostname(Hostname.of("gitlab.example.org"))
        .listener(listener)
        .sshAddress(
            new LoadBalancerPool("apps", IpRange.of("10.0.0.101", "10.0.0.101"))
                .reserve("gitlab-ssh"))
        .database(
            new DatabaseRef(
                service("gitlab-pooler", "postgres", 5432),
                "gitlab",
                store.item("postgres-gitlab")))
        .cache(
            new CacheRef(
                service("dragonfly-gitlab", "dragonfly", 6379),
                store.item("dragonfly").key("gitlab-password")))
        .objectStore(
            new ObjectStoreRef("https://s3.example.org", "us-east-1", store.item("s3-gitlab")))
        .initialRootPassword(store.item("gitlab").key("root-password"));
  }

  private OidcClientRef login() {
    return new OidcClientRef(
        Hostname.of("keycloak.example.org"),
        "https://keycloak.example.org/realms/example",
        "gitlab",
        store.item("keycloak-clients").key("gitlab"),
        elsewhere);
  }

  private ServiceRef service(String name, String namespace, int port) {
    return new ServiceRef(name, namespace, Port.of(port), Port.of(port), Map.of(), elsewhere);
  }
}

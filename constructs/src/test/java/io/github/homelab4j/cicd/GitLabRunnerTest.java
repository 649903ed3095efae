package io.github.homelab4j.cicd;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.unit.Port;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class GitLabRunnerTest {
  private final Provider elsewhere = Provider.external("a test");
  private final SecretStoreRef store = new SecretStoreRef("vault", elsewhere);

  @Test
  void asks_its_gitlab_for_jobs_with_the_token_of_the_store() {
    var runner = runner();
    assertThat(runner)
        .values()
        .has("/gitlabUrl", "http://gitlab-webservice-default.gitlab.svc.cluster.local:8181")
        .has("/concurrent", 4)
        .has("/runners/secret", "gitlab-runner-token");
    assertThat(runner)
        .resource("ExternalSecret", "gitlab-runner-token")
        .has("/spec/target/template/data/runner-token", "{{ .runner_token }}")
        .has("/spec/target/template/data/runner-registration-token", "");
  }

  @Test
  void tells_its_owner_where_the_token_comes_from() {
    assertThat(runner().manualSteps())
        .singleElement()
        .asString()
        .contains("property token of item gitlab-runner");
  }

  @Test
  void may_do_in_its_namespace_what_jobs_need_and_nothing_else() {
    assertThat(runner())
        .values()
        .has("/rbac/create", true)
        .hasNo("/rbac/clusterWideAccess")
        .has("/rbac/rules/1/resources/0", "pods")
        .has("/serviceAccount/name", "gitlab-runner");
  }

  @Test
  void runs_jobs_without_privileges() {
    assertThat(runner())
        .values()
        .has(
            "/runners/config",
            """
            [[runners]]
              clone_url = "http://gitlab-webservice-default.gitlab.svc.cluster.local:8181"
              [runners.kubernetes]
                namespace = "gitlab-runner"
                image = "docker.io/library/alpine:3.22"
                cpu_request = "500m"
                memory_request = "512Mi"
                memory_limit = "4Gi"
                helper_memory_limit = "512Mi"
            """);
    assertThat(runner().podSecurity()).isEqualTo(PodSecurity.BASELINE);
  }

  @Test
  void gives_jobs_a_docker_daemon_that_alone_is_privileged() {
    var runner = new GitLabRunner(new App(), "gitlab-runner", props().dockerInDocker(true).build());
    assertThat(config(runner))
        .contains(
            "[runners.kubernetes.service_container_security_context]\n      privileged = true\n")
        .contains("name = \"docker.io/library/docker:28.0.4-dind\"\n      alias = \"docker\"\n")
        .contains("DOCKER_HOST=tcp://docker:2376")
        .containsOnlyOnce("privileged");
    assertThat(runner.podSecurity()).isEqualTo(PodSecurity.PRIVILEGED);
  }

  @Test
  void keeps_caches_in_the_object_store() {
    var bucket =
        new ObjectStoreRef("https://s3.example.org", "us-east-1", store.item("s3-runner"))
            .bucket("gitlab-runner-cache");
    var runner = new GitLabRunner(new App(), "gitlab-runner", props().cache(bucket).build());
    assertThat(runner).values().has("/runners/cache/secretName", "gitlab-runner-cache");
    assertThat(config(runner))
        .contains(
            "ServerAddress = \"s3.example.org\"",
            "BucketName = \"gitlab-runner-cache\"",
            "Insecure = false");
  }

  @Test
  void may_lose_one_of_several_copies_to_a_drain() {
    assertThat(new GitLabRunner(new App(), "gitlab-runner", props().replicas(2).build()))
        .resource("PodDisruptionBudget", "gitlab-runner")
        .has("/spec/selector/matchLabels/app", "gitlab-runner");
    assertThat(runner()).emitsNo("PodDisruptionBudget");
  }

  @Test
  void rejects_no_jobs() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().concurrent(0).build())
        .withMessage("replicas is 1 and concurrent is 0: both are at least 1");
  }

  private GitLabRunner runner() {
    return new GitLabRunner(new App(), "gitlab-runner", props().build());
  }

  private GitLabRunnerProps.Builder props() {
    return GitLabRunnerProps.builder()
        .gitlab(
            new ServiceRef(
                "gitlab-webservice-default",
                "gitlab",
                Port.of(8181),
                Port.of(8181),
                Map.of(),
                elsewhere))
        .token(store.item("gitlab-runner").key("token"));
  }

  private static String config(GitLabRunner runner) {
    return Json.tree(runner.objects().get(0)).at("/spec/values/runners/config").asText();
  }
}

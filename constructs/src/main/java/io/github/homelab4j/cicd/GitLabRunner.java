package io.github.homelab4j.cicd;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.rule.PodRule;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * GitLab Runner: runs the jobs of GitLab's pipelines as pods of its own namespace.
 *
 * <p>Jobs are other people's programs: they run as any user that their image names, so the
 * namespace allows the level {@code baseline}, or {@code privileged} with Docker-in-Docker. The
 * runner may do there what it needs for jobs, and nothing anywhere else.
 */
@ComponentInfo(
    name = "gitlab-runner",
    domain = Domain.CICD,
    upstream = "https://docs.gitlab.com/runner/install/kubernetes/",
    namespace = "gitlab-runner",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "monitoring.coreos.com",
    timeout = "10m")
public final class GitLabRunner extends HelmComponent {
  private static final String SOURCE =
      "gitlab-org/charts/gitlab-runner@v0.86.0:templates/deployment.yaml";
  private static final String CONTEXT =
      "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: false, runAsNonRoot: true,"
          + " privileged: false, capabilities: {drop: [ALL]}}";
  private final GitLabRunnerProps props;

  /** Stores its settings. */
  public GitLabRunner(Construct scope, String id, GitLabRunnerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public PodSecurity podSecurity() {
    return props.dockerInDocker() ? PodSecurity.PRIVILEGED : PodSecurity.BASELINE;
  }

  @Override
  public List<String> manualSteps() {
    return List.of(
        "When GitLab runs, create a runner there (Admin, CI/CD, Runners) and keep its token as %s; until then this component is not ready."
            .formatted(props.token().describe()));
  }

  @Override
  public List<String> notes() {
    return props.dockerInDocker()
        ? List.of(
            "Whoever may push a pipeline can take over a node, because the Docker daemon beside each job is privileged.")
        : List.of();
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_022,
            "it writes its configuration and what the chart's script makes of it to its home"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), SOURCE)
            .labelled(pods())
            .replicas("replicas", 1)
            .security("podSecurityContext", "{runAsUser: 100, fsGroup: 65533}")
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("gitlab-runner")
                    .resources("resources")
                    .security("securityContext", CONTEXT)
                    .port("metrics", 9252)
                    .alive()
                    .ready()));
  }

  @Override
  protected GitLabRunnerValues values() {
    var job = versions().image("gitlab-runner-job").text();
    var docker = versions().image("docker-dind").text();
    var toml = RunnerConfig.toml(props, targetNamespace(), job, docker);
    var token = secret(GitLabRunnerSecrets.token(id(), props.token()));
    var cache =
        props.cache().map(bucket -> secret(GitLabRunnerSecrets.cache(id(), bucket.store())));
    var runners = GitLabRunnerValues.Runners.of(token, toml, cache);
    return GitLabRunnerValues.of(name(), props, pods(), runners);
  }

  @Override
  protected void define(Resources out) {
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
  }

  private Map<String, String> pods() {
    return Map.of("app", name());
  }

  // The chart puts its own name after a release's that does not begin with it.
  private String name() {
    return id().startsWith("gitlab-runner") ? id() : id() + "-gitlab-runner";
  }
}

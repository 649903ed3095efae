package io.github.homelab4j.cicd;

import io.github.homelab4j.cicd.RunnerScaleSetProps.ContainerMode;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.kube.Compute;
import java.util.List;
import software.constructs.Construct;

/**
 * A set of runners for GitHub Actions. Workflows ask for them by its name: {@code runs-on: <id>}.
 *
 * <p>Each job gets a runner of its own, a pod that ends with it. Pods run as the user {@code
 * runner}; with Docker-in-Docker the daemon beside it is privileged, and with it the namespace,
 * which therefore holds nothing else.
 */
@ComponentInfo(
    name = "gha-runner-scale-set",
    domain = Domain.CICD,
    upstream =
        "https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners-with-actions-runner-controller",
    namespace = "arc-runners",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "actions.github.com")
public final class RunnerScaleSet extends HelmComponent {
  private static final String SOURCE =
      "actions/actions-runner-controller@gha-runner-scale-set-0.14.2:charts/gha-runner-scale-set/templates/autoscalingrunnerset.yaml";
  private static final String POD = "template.spec.";
  private static final String CONTAINERS =
      """
      - name: runner
        image: ghcr.io/actions/actions-runner:latest
        command: [/home/runner/run.sh]
      """;

  private static final String STRANGERS =
      "Not for public repositories, whose pull requests would run strangers' programs on these runners.";

  private final RunnerScaleSetProps props;

  /** Stores its settings. */
  public RunnerScaleSet(Construct scope, String id, RunnerScaleSetProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Jobs run {@code sudo} and images of their choice, so nothing here is restricted. */
  @Override
  public PodSecurity podSecurity() {
    return props.mode() == ContainerMode.DIND ? PodSecurity.PRIVILEGED : PodSecurity.BASELINE;
  }

  @Override
  public List<String> notes() {
    var owner =
        "%s must be a repository, an organisation or an enterprise: GitHub gives personal accounts no runners of their own."
            .formatted(props.github());
    return props.mode() == ContainerMode.DIND
        ? List.of(
            owner,
            STRANGERS,
            "Whoever may run a workflow on them can take over a node, because the Docker daemon beside each is privileged.")
        : List.of(owner, STRANGERS);
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return RunnerExemptions.of(props.mode());
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("AutoscalingRunnerSet", id(), SOURCE)
            .told("/securityContext", POD + "securityContext", "null")
            .told("/volumes", POD + "volumes", "[]")
            .told("/initContainers", POD + "initContainers", "[]")
            .told("/containers", POD + "containers", CONTAINERS));
  }

  @Override
  protected RunnerScaleSetValues values() {
    var credentials = secret(RunnerCredentials.of(id() + "-github", props));
    return RunnerScaleSetValues.of(id(), props, credentials, pod());
  }

  private RunnerPod pod() {
    var compute = Compute.of(props.cpu(), props.memoryRequest(), props.memory());
    var runner = versions().image("actions-runner").text();
    return props.mode() == ContainerMode.DIND
        ? RunnerPod.withDocker(runner, versions().image("docker-dind").text(), compute)
        : RunnerPod.plain(runner, compute);
  }
}

package io.github.homelab4j.cicd;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.github.homelab4j.cicd.RunnerScaleSetProps.ContainerMode;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return props.mode() == ContainerMode.DIND
        ? List.of(
            STRANGERS,
            "Whoever may run a workflow on them can take over a node, because the Docker daemon beside each is privileged.")
        : List.of(STRANGERS);
  }

  @Override
  protected Values values() {
    var controller = props.controller();
    return new Values(
        props.github(),
        secret(credentials()),
        props.minRunners(),
        props.maxRunners(),
        id(),
        props.workStorage().map(this::pods),
        listener(),
        new Template(pod()),
        new ServiceAccount(
            controller.provider().component().map(Component::targetNamespace), controller.name()));
  }

  private Mode pods(StorageClassRef storage) {
    return new Mode(
        "kubernetes",
        new Claim(
            List.of("ReadWriteOnce"), storage, new Room(Map.of("storage", props.workSize()))));
  }

  private RunnerPod pod() {
    var compute = Compute.of(props.cpu(), Quantity.mi(512), props.memory());
    return props.mode() == ContainerMode.DIND
        ? RunnerPod.withDocker(runner(), docker(), compute)
        : RunnerPod.plain(runner(), compute);
  }

  private SecretTemplate credentials() {
    var secret = SecretTemplate.named(id() + "-github");
    return props
        .token()
        .map(token -> secret.key("github_token", token))
        .orElseGet(
            () -> {
              var app = props.app().orElseThrow();
              return secret
                  .key("github_app_id", app.key("app-id"))
                  .key("github_app_installation_id", app.key("installation-id"))
                  .key("github_app_private_key", app.key("private-key"));
            });
  }

  // The listener runs in the controller's namespace, whose level it has to meet.
  private static Listener listener() {
    var container =
        new ContainerBuilder()
            .withName("listener")
            .withSecurityContext(Confined.container())
            .withResources(
                Compute.of(Quantity.millis(10), Quantity.mi(32), Quantity.mi(128)).model())
            .build();
    return new Listener(new ListenerPod(Confined.pod(), List.of(container)));
  }

  private String runner() {
    return versions().image("actions-runner").text();
  }

  private String docker() {
    return versions().image("docker-dind").text();
  }

  record Values(
      URI githubConfigUrl,
      SecretRef githubConfigSecret,
      int minRunners,
      int maxRunners,
      String runnerScaleSetName,
      Optional<Mode> containerMode,
      Listener listenerTemplate,
      Template template,
      ServiceAccount controllerServiceAccount) {}

  record Mode(String type, Claim kubernetesModeWorkVolumeClaim) {}

  record Claim(List<String> accessModes, StorageClassRef storageClassName, Room resources) {}

  record Room(Map<String, Quantity> requests) {}

  record Listener(ListenerPod spec) {}

  record ListenerPod(PodSecurityContext securityContext, List<Container> containers) {}

  record Template(RunnerPod spec) {}

  record ServiceAccount(Optional<String> namespace, String name) {}
}

package io.github.homelab4j.cicd;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.cicd.RunnerScaleSetProps.ContainerMode;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StorageClassRef;
import java.net.URI;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class RunnerScaleSetTest {
  private final App app = new App();
  private final SecretStoreRef store = new SecretStoreRef("vault", Provider.external("a test"));
  private final ActionsRunnerController controller =
      new ActionsRunnerController(app, "arc", ActionsRunnerControllerProps.builder().build());

  @Test
  void is_named_as_workflows_ask_for_it() {
    assertThat(set(props().app(store.item("github-app"))))
        .values()
        .has("/githubConfigUrl", "https://github.com/example")
        .has("/runnerScaleSetName", "homelab")
        .has("/minRunners", 0)
        .has("/maxRunners", 5);
  }

  @Test
  void names_its_controller_so_that_the_chart_need_not_look_for_it() {
    assertThat(set(props().app(store.item("github-app"))))
        .values()
        .has("/controllerServiceAccount/name", "arc")
        .has("/controllerServiceAccount/namespace", "arc-systems");
  }

  @Test
  void logs_in_as_an_app_or_with_a_token() {
    var asApp = set(props().app(store.item("github-app")));
    assertThat(asApp).values().has("/githubConfigSecret", "homelab-github");
    assertThat(asApp)
        .resource("ExternalSecret", "homelab-github")
        .has("/spec/data/0/secretKey", "github_app_id")
        .has("/spec/data/2/remoteRef/property", "private-key");
    var withToken =
        new RunnerScaleSet(app, "other", props().token(store.item("github").key("token")).build());
    assertThat(withToken)
        .resource("ExternalSecret", "other-github")
        .has("/spec/data/0/secretKey", "github_token");
  }

  @Test
  void runs_docker_pinned_and_alone_privileged() {
    var set = set(props().app(store.item("github-app")).mode(ContainerMode.DIND));
    assertThat(set)
        .values()
        .hasNo("/containerMode")
        .has("/template/spec/initContainers/1/image", "docker.io/library/docker:28.0.4-dind")
        .has("/template/spec/initContainers/1/securityContext/privileged", true)
        .has("/template/spec/initContainers/1/restartPolicy", "Always")
        .has("/template/spec/containers/0/image", "ghcr.io/actions/actions-runner:2.334.0")
        .hasNo("/template/spec/containers/0/securityContext");
    assertThat(set.podSecurity()).isEqualTo(PodSecurity.PRIVILEGED);
  }

  @Test
  void runs_containers_of_jobs_as_pods_on_a_shared_volume() {
    var props = props().app(store.item("github-app")).mode(ContainerMode.KUBERNETES);
    var set = set(props.workStorage(StorageClassRef.external("openebs-hostpath")));
    assertThat(set)
        .values()
        .has("/containerMode/type", "kubernetes")
        .has("/containerMode/kubernetesModeWorkVolumeClaim/storageClassName", "openebs-hostpath")
        .has("/containerMode/kubernetesModeWorkVolumeClaim/resources/requests/storage", "10Gi")
        .has("/template/spec/containers/0/name", "runner");
    assertThat(set.podSecurity()).isEqualTo(PodSecurity.BASELINE);
  }

  @Test
  void confines_the_listener_for_the_namespace_of_the_controller() {
    assertThat(set(props().app(store.item("github-app"))))
        .values()
        .has("/listenerTemplate/spec/securityContext/runAsNonRoot", true)
        .has("/listenerTemplate/spec/containers/0/name", "listener")
        .has("/listenerTemplate/spec/containers/0/securityContext/allowPrivilegeEscalation", false);
  }

  @Test
  void rejects_two_kinds_of_credentials_and_none() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                props()
                    .app(store.item("github-app"))
                    .token(store.item("github").key("token"))
                    .build())
        .withMessage("both app and token are set: set either app or token");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().build())
        .withMessage("neither app nor token is set: set either app or token");
  }

  @Test
  void rejects_the_mode_kubernetes_without_a_volume() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> props().app(store.item("github-app")).mode(ContainerMode.KUBERNETES).build())
        .withMessage(
            "mode is KUBERNETES and workStorage is not set: the mode KUBERNETES has a volume, the others have none");
  }

  @Test
  void rejects_bounds_out_of_order() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().app(store.item("github-app")).minRunners(6).build())
        .withMessage(
            "minRunners is 6 and maxRunners is 5: take 0 or more, and a maximum of at least 1 that is not less");
  }

  private RunnerScaleSetProps.Builder props() {
    return RunnerScaleSetProps.builder()
        .controller(controller.operator())
        .github(URI.create("https://github.com/example"));
  }

  private RunnerScaleSet set(RunnerScaleSetProps.Builder props) {
    return new RunnerScaleSet(app, "homelab", props.build());
  }
}

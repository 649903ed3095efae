package io.github.homelab4j.cicd;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.EnvVars;
import io.github.homelab4j.kube.Volumes;
import java.util.List;

/**
 * The pod of one runner. With Docker it is written out rather than left to the chart, whose own
 * form takes whatever image of Docker is newest.
 *
 * @param securityContext what holds for all containers
 * @param automountServiceAccountToken whether jobs may ask the Kubernetes API
 * @param initContainers the Docker daemon, which outlives its turn as an init container
 * @param containers the runner
 * @param volumes what they share
 */
record RunnerPod(
    PodSecurityContext securityContext,
    boolean automountServiceAccountToken,
    List<Container> initContainers,
    List<Container> containers,
    List<Volume> volumes) {
  // Of the image's users and groups: "runner" owns what it works on, and Docker lets its group in.
  private static final long RUNNER = 1001;
  private static final String DOCKER_GROUP = "123";
  private static final String WORK = "work";
  private static final String SOCKET = "dind-sock";
  private static final String EXTERNALS = "dind-externals";

  static RunnerPod plain(String image, Compute compute) {
    return new RunnerPod(
        context(), false, List.of(), List.of(runner(image, compute).build()), List.of());
  }

  static RunnerPod withDocker(String image, String docker, Compute compute) {
    var runner =
        runner(image, compute)
            .withEnv(
                EnvVars.of("DOCKER_HOST", "unix:///var/run/docker.sock"),
                EnvVars.of("RUNNER_WAIT_FOR_DOCKER_IN_SECONDS", "120"))
            .withVolumeMounts(
                Volumes.mount(WORK, "/home/runner/_work"), Volumes.mount(SOCKET, "/var/run"))
            .build();
    return new RunnerPod(
        context(),
        false,
        List.of(externals(image), daemon(docker, compute)),
        List.of(runner),
        List.of(Volumes.empty(WORK), Volumes.empty(SOCKET), Volumes.empty(EXTERNALS)));
  }

  private static ContainerBuilder runner(String image, Compute compute) {
    return new ContainerBuilder()
        .withName("runner")
        .withImage(image)
        .withCommand("/home/runner/run.sh")
        .withResources(compute.model());
  }

  // Programs that steps in containers need, at the path where the daemon looks for them.
  private static Container externals(String image) {
    return new ContainerBuilder()
        .withName("init-dind-externals")
        .withImage(image)
        .withCommand("cp", "-r", "/home/runner/externals/.", "/home/runner/tmpDir/")
        .withVolumeMounts(Volumes.mount(EXTERNALS, "/home/runner/tmpDir"))
        .build();
  }

  private static Container daemon(String image, Compute compute) {
    return new ContainerBuilder()
        .withName("dind")
        .withImage(image)
        .withArgs("dockerd", "--host=unix:///var/run/docker.sock", "--group=$(DOCKER_GROUP_GID)")
        .withEnv(EnvVars.of("DOCKER_GROUP_GID", DOCKER_GROUP))
        .withResources(compute.model())
        .withNewSecurityContext()
        .withPrivileged(true)
        .withRunAsUser(0L)
        .endSecurityContext()
        .withRestartPolicy("Always")
        .withNewStartupProbe()
        .withNewExec()
        .withCommand("docker", "info")
        .endExec()
        .withPeriodSeconds(5)
        .withFailureThreshold(24)
        .endStartupProbe()
        .withVolumeMounts(
            Volumes.mount(WORK, "/home/runner/_work"),
            Volumes.mount(SOCKET, "/var/run"),
            Volumes.mount(EXTERNALS, "/home/runner/externals"))
        .build();
  }

  private static PodSecurityContext context() {
    return new PodSecurityContextBuilder().withFsGroup(RUNNER).build();
  }
}

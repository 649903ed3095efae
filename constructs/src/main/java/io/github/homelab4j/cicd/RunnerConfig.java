package io.github.homelab4j.cicd;

import java.net.URI;

/** The runner's own configuration, which the chart takes as a text of TOML. */
final class RunnerConfig {
  private RunnerConfig() {}

  static String toml(GitLabRunnerProps props, String namespace, String image, String docker) {
    var text = new StringBuilder("[[runners]]\n");
    // GitLab tells jobs its public name; inside the cluster the way to it is shorter.
    text.append(key("  ", "clone_url", props.gitlab().http()));
    if (props.dockerInDocker()) {
      // Docker makes its certificates in the volume that the job and the daemon share.
      text.append(
          """
            environment = ["DOCKER_HOST=tcp://docker:2376", "DOCKER_TLS_VERIFY=1", "DOCKER_TLS_CERTDIR=/certs", "DOCKER_CERT_PATH=/certs/client"]
          """);
    }
    text.append("  [runners.kubernetes]\n")
        .append(key("    ", "namespace", namespace))
        .append(key("    ", "image", image))
        .append(key("    ", "cpu_request", props.jobCpu().text()))
        .append(key("    ", "memory_request", props.jobMemoryRequest().text()))
        .append(key("    ", "memory_limit", props.jobMemory().text()))
        .append(key("    ", "helper_memory_limit", "512Mi"));
    if (props.dockerInDocker()) {
      text.append(key("    ", "service_memory_limit", props.jobMemory().text()))
          .append("    [[runners.kubernetes.services]]\n")
          .append(key("      ", "name", docker))
          .append(key("      ", "alias", "docker"))
          .append("    [runners.kubernetes.service_container_security_context]\n")
          .append("      privileged = true\n")
          .append("    [[runners.kubernetes.volumes.empty_dir]]\n")
          .append(key("      ", "name", "docker-certs"))
          .append(key("      ", "mount_path", "/certs/client"))
          .append(key("      ", "medium", "Memory"));
    }
    props
        .cache()
        .ifPresent(
            bucket -> {
              var uri = URI.create(bucket.store().endpoint());
              text.append("  [runners.cache]\n")
                  .append(key("    ", "Type", "s3"))
                  .append("    Shared = true\n")
                  .append("    [runners.cache.s3]\n")
                  .append(key("      ", "ServerAddress", uri.getAuthority()))
                  .append(key("      ", "BucketName", bucket.name()))
                  .append(key("      ", "BucketLocation", bucket.store().region()))
                  .append("      PathStyle = true\n")
                  .append("      Insecure = ")
                  .append("http".equals(uri.getScheme()))
                  .append('\n');
            });
    return text.toString();
  }

  private static String key(String indent, String name, String value) {
    return "%s%s = \"%s\"\n"
        .formatted(indent, name, value.replace("\\", "\\\\").replace("\"", "\\\""));
  }
}

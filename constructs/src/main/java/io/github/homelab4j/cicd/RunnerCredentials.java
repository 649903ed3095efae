package io.github.homelab4j.cicd;

import io.github.homelab4j.core.SecretTemplate;

/** What a scale set shows GitHub, in the form that its chart reads. */
final class RunnerCredentials {
  private RunnerCredentials() {}

  static SecretTemplate of(String name, RunnerScaleSetProps props) {
    var secret = SecretTemplate.named(name);
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
}

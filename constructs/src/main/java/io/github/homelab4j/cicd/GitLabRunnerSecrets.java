package io.github.homelab4j.cicd;

import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.StoreKeyRef;

/** Secrets in the forms that the runner reads. */
final class GitLabRunnerSecrets {
  private GitLabRunnerSecrets() {}

  // The chart mounts both keys; the first is for a way of registration that GitLab has given up.
  static SecretTemplate token(String release, StoreKeyRef token) {
    return SecretTemplate.named(release + "-token")
        .entry("runner-registration-token", "")
        .key("runner-token", token);
  }

  static SecretTemplate cache(String release, ObjectStoreRef store) {
    return SecretTemplate.named(release + "-cache")
        .key("accesskey", store.accessKeyId())
        .key("secretkey", store.secretAccessKey());
  }
}

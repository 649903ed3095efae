package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Mistake.inManifests;
import static io.github.homelab4j.example.mistakes.ObjectMistakes.onShelf;

import io.github.homelab4j.rule.SecretRule;
import java.util.List;

/** Secrets in the output. None of them is one, and none stands whole in this repository. */
final class SecretMistakes {
  private static final String CURE =
      ": put it into the secret store and pass its item, and revoke it if it was committed";
  private static final String TOKEN = "gh" + "p_" + "f4kEf4kEf4kE".repeat(3);

  static final List<Mistake> ALL =
      List.of(
          onShelf(
              SecretRule.SECRET_IN_TEXT,
              "greeting: welcome",
              "greeting: " + TOKEN,
              "/data/greeting of ConfigMap shelf/notes is a token of GitHub in plain text" + CURE),
          onShelf(
              SecretRule.SECRET_IN_TEXT,
              "password: ${PASSWORD}",
              "password: hunter2",
              "/data/settings of ConfigMap shelf/notes is a password in plain text" + CURE),
          inManifests(
              SecretRule.SECRET_IN_TEXT,
              "- /bin/tidy",
              "- /bin/tidy\n                - --url=redis://:hunter2@" + "cache:6379",
              "/spec/jobTemplate/spec/template/spec/containers/0/command/1 of CronJob shop/shop-tidy is a password in an address in plain text"
                  + CURE),
          onShelf(
              SecretRule.SECRET_WITH_VALUES,
              "kind: ServiceAccount\nmetadata:\n  name: reader\n  namespace: shelf\nautomountServiceAccountToken: false",
              "kind: Secret\nmetadata:\n  name: reader\n  namespace: shelf\nstringData:\n  password: hunter2",
              "Secret shelf/reader holds a value in plain text: make it an ExternalSecret of a store's item, or an encrypted file in secrets/house/"));

  private SecretMistakes() {}
}

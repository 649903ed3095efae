package io.github.homelab4j.check.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Planted;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.rule.SecretRule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 11})
  void fifty_planted_secrets_are_found_and_no_message_shows_one(long seed) {
    var canaries = new Canaries(seed);
    var makers = new ArrayList<>(canaries.kinds());
    var formed = makers.size();
    makers.addAll(canaries.formless());
    var planted = new TreeMap<String, String>();
    var homelab = new ExampleHomelab();
    for (int i = 0; i < 50; i++) {
      var name = "canary-%s".formatted(i);
      var secret = makers.get(i % makers.size()).get();
      var split = i % makers.size() < formed && i % 7 == 0;
      var place = Places.ALL.get((i * 3 + i / 13) % Places.ALL.size());
      planted.put(name, secret);
      new Planted(
          homelab.one(), name, split ? Places.split(name, secret) : place.apply(name, secret));
    }
    var findings = find(homelab);
    assertThat(findings)
        .extracting(Finding::path)
        .containsExactlyInAnyOrderElementsOf(
            planted.keySet().stream().map(name -> "one/" + name).toList());
    var said = new SynthesisException(findings).getMessage();
    planted.forEach((name, secret) -> assertThat(parts(secret)).noneMatch(said::contains));
  }

  @Test
  void a_password_needs_no_strength_to_be_one() {
    assertThat(messages("adminPassword: hunter2"))
        .containsExactly(
            "/data/settings of ConfigMap apps/shop is a password in plain text: put it into the secret store and pass its item, and revoke it if it was committed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: ${SHOP_PASSWORD}",
        "password: $(SHOP_PASSWORD)",
        "password: {{ .Values.password }}",
        "passwordFile: /run/secrets/password",
        "existingSecret: shop-database-credentials",
        "tokenUrl: https://login.example.org/oauth2/token",
        "secretName: wildcard-example-org-tls",
        "token_ttl: 1h30m",
        "recipient: age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq",
        "image: ghcr.io/example/token-server@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "secret: ENC[AES256_GCM,data:Zm9vYmFyYmF6cXV4,iv:YWJjZGVm,tag:Z2hpamts,type:str]",
        "authorizedKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJcFzHlQvQ3vGm0Yb7xU5m2c1kq9f0aW example",
        "url: postgres://shop@database:5432/shop",
        "Password: required when the vault is sealed",
        "password: optional",
        "The token: changes every day",
        "note: basic authentication-with-passwords is off"
      })
  void what_only_looks_like_a_secret_is_none(String text) {
    assertThat(messages(text)).isEmpty();
  }

  @Test
  void a_certificate_is_public_and_its_key_is_not() {
    var body = "\nMIIBszCCAVmgAwIBAgIUQ3J5cHRvZ3JhcGh5SXNGdW4wCgYIKoZIzj0EAwIwDzEN\n";
    var pem = "-----BEGIN %1$s-----" + body + "-----END %1$s-----\n";
    assertThat(messages(pem.formatted("CERTIFICATE"))).isEmpty();
    assertThat(messages(pem.formatted("PUBLIC KEY"))).isEmpty();
    assertThat(messages(pem.formatted("EC PRIVATE " + "KEY"))).hasSize(1);
  }

  private static List<String> messages(String text) {
    HasMetadata config =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("shop")
            .withNamespace("apps")
            .endMetadata()
            .addToData("settings", text)
            .build();
    var homelab = new ExampleHomelab();
    new Planted(homelab.one(), "shop", config);
    return find(homelab).stream().map(Finding::message).toList();
  }

  private static List<Finding> find(ExampleHomelab homelab) {
    return Checks.run(Resolver.resolve(homelab)).findings().stream()
        .filter(finding -> finding.rule() == SecretRule.SECRET_IN_TEXT)
        .toList();
  }

  // Every eight characters in a row that are not words.
  private static List<String> parts(String secret) {
    var parts = new ArrayList<String>();
    for (int i = 0; i + 8 <= secret.length(); i++) {
      if (!Words.isName(secret.substring(i, i + 8))) {
        parts.add(secret.substring(i, i + 8));
      }
    }
    return parts;
  }
}

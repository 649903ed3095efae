package io.github.homelab4j.core;

/**
 * A key of a Secret. As a value of a chart it becomes {@code valuesFrom} of the HelmRelease.
 *
 * @param secret the Secret
 * @param key the key in it
 */
public record SecretKeyRef(SecretRef secret, String key) implements SecretSource {
  @Override
  public Provider provider() {
    return secret.provider();
  }

  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String without() {
    return "new and changed values do not reach it";
  }

  @Override
  public String describe() {
    return "key %s of %s".formatted(key, secret.describe());
  }
}

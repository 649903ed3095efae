package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.github.homelab4j.core.SecretKeyRef;

/** Environment variables of containers. */
public final class EnvVars {
  private EnvVars() {}

  /** A variable with its value. */
  public static EnvVar of(String name, String value) {
    return new EnvVarBuilder().withName(name).withValue(value).build();
  }

  /** A variable with the value of a Secret's key, without which the container does not start. */
  public static EnvVar of(String name, SecretKeyRef value) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewSecretKeyRef(value.key(), value.secret().name(), false)
        .endValueFrom()
        .build();
  }
}

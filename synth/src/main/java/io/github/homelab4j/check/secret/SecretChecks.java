package io.github.homelab4j.check.secret;

import io.github.homelab4j.check.Check;
import java.util.List;

/** The checks that keep secrets out of the output. */
public final class SecretChecks {
  private SecretChecks() {}

  /** All of them. */
  public static List<Check> all() {
    return List.of(new SecretObjects(), new SecretTexts());
  }
}

package io.github.homelab4j.check.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Fake secrets, drawn when a test runs: none stands in this repository. */
final class Canaries {
  private static final String DIGITS = "0123456789";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ALPHANUMERIC = UPPER + UPPER.toLowerCase() + DIGITS;

  private final Random random;

  Canaries(long seed) {
    random = new Random(seed);
  }

  /** One of each kind; those after {@link #formless()} are told by their form. */
  List<Supplier<String>> kinds() {
    return List.of(
        () -> "gh" + "p_" + draw(ALPHANUMERIC, 36),
        () -> "github" + "_pat_" + draw(ALPHANUMERIC, 40),
        () -> "gl" + "pat-" + draw(ALPHANUMERIC, 20),
        () -> "AGE-SECRET" + "-KEY-1" + draw(UPPER + DIGITS, 58),
        this::jwt,
        () -> "hv" + "s." + draw(ALPHANUMERIC, 24),
        () -> "gl" + "sa_" + draw(ALPHANUMERIC, 41),
        () -> "xo" + "xb-" + draw(DIGITS, 12) + "-" + draw(ALPHANUMERIC, 24),
        () -> "https://hooks.slack" + ".com/services/" + draw(ALPHANUMERIC, 44),
        () ->
            "https://discord"
                + ".com/api/webhooks/"
                + draw("123456789", 18)
                + "/"
                + draw(ALPHANUMERIC, 68),
        () -> draw("123456789", 10) + ":A" + "A" + draw(ALPHANUMERIC, 33),
        () -> "AK" + "IA" + draw("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
        () -> "ops" + "_eyJ" + draw(ALPHANUMERIC, 250),
        () ->
            "-----BEGIN "
                + "PRIVATE KEY-----\n"
                + draw(ALPHANUMERIC, 64)
                + "\n"
                + draw(ALPHANUMERIC, 64)
                + "\n-----END "
                + "PRIVATE KEY-----",
        () -> "postgres://app:" + draw(ALPHANUMERIC, 20) + "@" + "db:5432/app");
  }

  /** Those that only their name tells. */
  List<Supplier<String>> formless() {
    return List.of(
        () -> draw(ALPHANUMERIC + "-_", 40),
        () -> draw("0123456789abcdef", 32),
        () ->
            Base64.getEncoder()
                .encodeToString(draw(ALPHANUMERIC, 32).getBytes(StandardCharsets.US_ASCII)));
  }

  private String jwt() {
    return "ey"
        + "J"
        + draw(ALPHANUMERIC, 33)
        + ".ey"
        + "J"
        + draw(ALPHANUMERIC, 60)
        + "."
        + draw(ALPHANUMERIC, 43);
  }

  private String draw(String from, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }
}

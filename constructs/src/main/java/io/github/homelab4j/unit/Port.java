package io.github.homelab4j.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;

/**
 * A TCP or UDP port.
 *
 * @param number 1 to 65535
 * @throws InvalidPropsException when the number is outside that range
 */
public record Port(@JsonValue int number) {
  /** Checks the range. */
  public Port {
    if (number < 1 || number > 65_535) {
      number =
          Invalid.value("%s is not a port: take one from 1 to 65535".formatted(number), 65_535);
    }
  }

  /** A port by its number. */
  public static Port of(int number) {
    return new Port(number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}

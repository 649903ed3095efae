package io.github.homelab4j.unit;

import com.fasterxml.jackson.annotation.JsonValue;
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
      throw new InvalidPropsException(
          "%s is not a port: take one from 1 to 65535".formatted(number));
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

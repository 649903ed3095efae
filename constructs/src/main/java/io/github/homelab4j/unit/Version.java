package io.github.homelab4j.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import java.util.regex.Pattern;

/**
 * An exact version of three numbers, as published: {@code 1.35.0}, {@code v1.12.1}.
 *
 * @param text the version, with or without a leading {@code v}
 * @throws InvalidPropsException when it is a range, or lacks a number
 */
public record Version(@JsonValue String text) {
  private static final Pattern GRAMMAR =
      Pattern.compile("v?(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)([-+][0-9A-Za-z.+-]+)?");

  /** Checks the grammar. */
  public Version {
    if (!GRAMMAR.matcher(text).matches()) {
      text =
          Invalid.value(
              "'%s' is not an exact version: write three numbers, as 1.35.0".formatted(text),
              "98.76.54");
    }
  }

  /** A version as written. */
  public static Version of(String text) {
    return new Version(text);
  }

  /** The second number: the 35 of {@code 1.35.0}. */
  public int minor() {
    return Integer.parseInt(text.split("\\.")[1]);
  }

  @Override
  public String toString() {
    return text;
  }
}

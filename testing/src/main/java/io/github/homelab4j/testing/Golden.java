package io.github.homelab4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.render.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A component's objects compared with a file that a person has read: at most one screen. */
public final class Golden {
  private Golden() {}

  /** Compares all objects with the resource {@code <name>.yaml} beside the test class. */
  public static void matches(Class<?> test, String name, Component component) {
    var actual = component.objects().stream().map(Yaml::write).collect(Collectors.joining("---\n"));
    try (var in = test.getResourceAsStream(name + ".yaml")) {
      var expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(actual).as("golden %s.yaml of %s", name, test.getSimpleName()).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

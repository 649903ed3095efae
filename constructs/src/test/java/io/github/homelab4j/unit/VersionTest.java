package io.github.homelab4j.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"1.35.0", "v1.12.1", "2.0.0-rc.1", "1.0.0+build.5"})
  void takes_exact_versions(String text) {
    assertThat(Version.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.35", "1.x", "^1.2.3", ">=1.0.0", "01.2.3", "latest", ""})
  void refuses_ranges_and_parts(String text) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Version.of(text))
        .withMessage("'%s' is not an exact version: write three numbers, as 1.35.0", text);
  }
}

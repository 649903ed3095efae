package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What charts read although their {@code values.yaml} does not list it: {@code values-exceptions.yaml}.
 *
 * @param passThrough maps that a chart writes into a custom resource as they are
 * @param unlisted single keys that templates read
 */
record ValuesExceptions(List<PassThrough> passThrough, List<Unlisted> unlisted) {
  private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  ValuesExceptions {
    passThrough = passThrough == null ? List.of() : passThrough;
    unlisted = unlisted == null ? List.of() : unlisted;
  }

  static ValuesExceptions read() {
    try (var in = ValuesExceptions.class.getResourceAsStream("/values-exceptions.yaml")) {
      return YAML.readValue(in, ValuesExceptions.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A map that becomes a part of a custom resource.
   *
   * @param chart the chart's key in versions.yaml
   * @param path the dotted path; {@code []} after a key stands for each item of a list
   * @param group the API group of the resource
   * @param version the version
   * @param kind the kind
   * @param part JSON pointer of the part, usually {@code /spec}
   * @param evidence the template that does it, as {@code owner/repo@tag:path}
   */
  record PassThrough(String chart, String path, String group, String version, String kind, String part, String evidence) {}

  /**
   * A key that a template reads.
   *
   * @param chart the chart's key in versions.yaml
   * @param path the dotted path
   * @param evidence the template that does it, as {@code owner/repo@tag:path}
   */
  record Unlisted(String chart, String path, String evidence) {}
}

package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What charts read although their {@code values.yaml} does not list it: {@code values-exceptions.yaml}.
 *
 * @param passThrough maps that a chart writes into a custom resource as they are
 * @param freeForm maps whose keys are the owner's, as those of a configuration file
 * @param unlisted single keys that templates read
 */
record ValuesExceptions(List<PassThrough> passThrough, List<Key> freeForm, List<Key> unlisted) {
  private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  ValuesExceptions {
    passThrough = passThrough == null ? List.of() : passThrough;
    freeForm = freeForm == null ? List.of() : freeForm;
    unlisted = unlisted == null ? List.of() : unlisted;
  }

  /** Whether a key of a chart may be there although the chart does not list it. */
  boolean cover(String chart, String path) {
    return isUnlisted(chart, path)
        || Stream.concat(freeForm.stream().map(entry -> entry.chart() + " " + entry.path()), passThrough.stream().map(entry -> entry.chart() + " " + entry.path()))
            .anyMatch(prefix -> (chart + " " + path + ".").startsWith(prefix + "."));
  }

  /** Whether it is one of the single keys. */
  boolean isUnlisted(String chart, String path) {
    return unlisted.stream().anyMatch(entry -> entry.chart().equals(chart) && entry.path().equals(path));
  }

  /** Chart and path of all entries. */
  Stream<String> names() {
    return Stream.of(passThrough.stream().map(entry -> entry.chart() + " " + entry.path()), freeForm.stream().map(entry -> entry.chart() + " " + entry.path()), unlisted.stream().map(entry -> entry.chart() + " " + entry.path()))
        .flatMap(all -> all);
  }

  /** Where each entry was looked up. */
  Stream<String> evidence() {
    return Stream.of(passThrough.stream().map(PassThrough::evidence), passThrough.stream().flatMap(entry -> entry.ahead().stream()).map(Field::evidence), freeForm.stream().map(Key::evidence), unlisted.stream().map(Key::evidence)).flatMap(all -> all);
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
   * @param ahead JSON pointers of fields that the pinned version has and the published schemas do not have yet
   */
  record PassThrough(String chart, String path, String group, String version, String kind, String part, String evidence, List<Field> ahead) {
    PassThrough {
      ahead = ahead == null ? List.of() : ahead;
    }
  }

  /**
   * A field of a custom resource.
   *
   * @param field JSON pointer below the part
   * @param evidence the definition that has it, as {@code owner/repo@tag:path}
   */
  record Field(String field, String evidence) {}

  /**
   * A key, and the template that reads it.
   *
   * @param chart the chart's key in versions.yaml
   * @param path the dotted path
   * @param evidence the template that does it, as {@code owner/repo@tag:path}
   */
  record Key(String chart, String path, String evidence) {}
}

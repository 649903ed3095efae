package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What charts read although their {@code values.yaml} does not show it: {@code
 * values-exceptions.yaml}.
 *
 * @param passThrough maps that a chart writes into a custom resource as they are
 * @param unlisted single keys that templates read
 */
record ValuesExceptions(List<PassThrough> passThrough, List<Unlisted> unlisted) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

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

  /** The paths that a chart, as it is there to compare with, need not show. */
  Set<String> paths(String key, Chart chart) {
    var unlistedPaths =
        unlisted.stream()
            .filter(entry -> entry.chart().equals(key) && entry.appliesTo(chart))
            .flatMap(Unlisted::paths);
    var passedOn =
        passThrough.stream().filter(entry -> entry.chart().equals(key)).map(PassThrough::path);
    return Stream.concat(unlistedPaths, passedOn).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where each entry comes from. */
  List<String> evidence() {
    return Stream.of(
            passThrough.stream().map(PassThrough::evidence),
            passThrough.stream().flatMap(entry -> entry.ahead().stream()).map(Field::evidence),
            unlisted.stream().map(Unlisted::evidence))
        .flatMap(all -> all)
        .toList();
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
   * @param ahead fields that the pinned version has and the published schemas do not have yet
   */
  record PassThrough(
      String chart,
      String path,
      String group,
      String version,
      String kind,
      String part,
      String evidence,
      List<Field> ahead) {
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
   * A key that a template reads, or several below one path.
   *
   * @param chart the chart's key in versions.yaml
   * @param path the dotted path; dots within a key are escaped
   * @param keys dotted paths below it, when it is these and not all that is below it
   * @param comparedWith the version that lacks it, when the pinned one shows it
   * @param missingSubchart the key of the subchart that shows it, when that may not be there
   * @param evidence the template that does it, as {@code owner/repo@tag:path}
   */
  record Unlisted(
      String chart,
      String path,
      List<String> keys,
      String comparedWith,
      String missingSubchart,
      String evidence) {
    Stream<String> paths() {
      return keys == null ? Stream.of(path) : keys.stream().map(key -> path + "." + key);
    }

    boolean appliesTo(Chart there) {
      return (comparedWith == null || comparedWith.equals(there.version()))
          && (missingSubchart == null || !there.subcharts().containsKey(missingSubchart));
    }
  }
}

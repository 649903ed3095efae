package org.example.fleet;

import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A chart's values: 3 to 9 parts with their settings. */
record ApplicationValues(int retries, Map<String, String> podAnnotations, List<Part> parts) {
  static ApplicationValues of(Words words, int retries) {
    var annotations = new TreeMap<String, String>();
    for (int i = 0; i < 4; i++) {
      annotations.put("example.org/%s-%s".formatted(words.word(), i), words.sentence(5));
    }
    return new ApplicationValues(
        retries,
        annotations,
        IntStream.range(0, words.number(3, 9)).mapToObj(i -> Part.of(i, words)).toList());
  }

  record Part(
      String name,
      String description,
      boolean enabled,
      int replicas,
      Compute resources,
      Map<String, String> options) {
    static Part of(int number, Words words) {
      var options = new TreeMap<String, String>();
      for (int i = words.number(2, 6); i > 0; i--) {
        options.put("%s%s".formatted(words.word(), i), words.words(2, "-"));
      }
      return new Part(
          "%s-%s".formatted(words.word(), number),
          words.sentence(5),
          words.number(0, 3) > 0,
          words.number(1, 3),
          Compute.of(
              Quantity.millis(words.number(10, 500)),
              Quantity.mi(words.number(32, 128)),
              Quantity.mi(words.number(128, 1024))),
          options);
    }
  }
}

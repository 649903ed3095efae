package org.example.fleet;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.github.homelab4j.kube.Meta;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What programs read: a file of 18 to 55 settings, and a page of text. */
final class Settings {
  private Settings() {}

  static ConfigMap named(String name, Application application, Words words) {
    var properties =
        IntStream.range(0, words.number(18, 55))
            .mapToObj(i -> "%s.%s=%s".formatted(words.words(2, "."), i, words.words(3, ",")))
            .collect(Collectors.joining("\n", "", "\n"));
    var page =
        IntStream.range(0, words.number(4, 12))
            .mapToObj(i -> "  " + words.sentence(words.number(6, 12)))
            .collect(Collectors.joining("\n", "# Notices\n", "\n"));
    return new ConfigMapBuilder()
        .withMetadata(Meta.of(name, application.targetNamespace()))
        .addToData("application.properties", properties)
        .addToData("notices.md", page)
        .addToData("LEVEL", words.number(0, 1) == 0 ? "info" : "debug")
        .addToData("WORKERS", Integer.toString(words.number(1, 16)))
        .build();
  }
}

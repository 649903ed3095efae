package io.github.homelab4j.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.cli.Main;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.rule.Severity;
import io.github.homelab4j.synth.Synthesizer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's code is what new repositories begin with, and what is tested. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern IMPORTS = Pattern.compile("(?s)^package .*?\n\n(import [^\n]+\n+)+");

  @TempDir private Path scratch;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main/java/Home",
        "main/java/HomeCluster",
        "main/java/HomePlan",
        "test/java/HomeTest"
      })
  void the_example_is_what_a_new_repository_begins_with(String file) throws IOException {
    var source =
        Files.readString(
            ROOT.resolve("archetype/src/main/resources/archetype-resources/src/" + file + ".java"));
    assertReadmeHas(IMPORTS.matcher(source).replaceFirst(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mistakes/NoLoadBalancers", "mistakes/AssertionsTest"})
  void other_code_is_what_is_tested(String file) throws IOException {
    var source =
        Files.readString(
            ROOT.resolve("src/test/java/io/github/homelab4j/example/" + file + ".java"));
    var begin = source.indexOf("// README {\n") + "// README {\n".length();
    assertReadmeHas(source.substring(begin, source.indexOf("// }\n", begin)));
  }

  @Test
  void the_example_synthesizes_without_a_warning() throws Exception {
    Main.run(new String[] {"init", scratch.resolve("home").toString(), "--package", "org.example"});
    var urls = new URL[] {compiled(scratch.resolve("home/src/main/java")).toUri().toURL()};
    try (var loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      var home = loader.loadClass("org.example.Home").getConstructor().newInstance();
      var synthesis = Synthesizer.synthesize((Homelab) home);
      var files = synthesis.files().get("home");
      assertThat(files)
          .containsKeys(
              "flux/kustomization-apps.yaml", "apps/observability/vmsingle/app/vmsingle-main.yaml");
      assertThat(files.get("apps/observability/vmagent/ks.yaml")).contains("- name: vmsingle\n");
      assertThat(synthesis.verdict().findings(Severity.WARNING)).isEmpty();
    }
  }

  /** What a homelab takes to write is a question of everyone who looks at one. */
  @ParameterizedTest
  @ValueSource(strings = {"infraapps", "k3spi"})
  void it_says_how_many_lines_of_java_a_homelab_takes(String stack) throws IOException {
    var folder = ROOT.resolve("stacks/src/main/java/io/github/homelab4j/stacks").resolve(stack);
    long lines = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.toList()) {
        lines += Files.readAllLines(file).size();
      }
    }
    var hundreds = String.format(Locale.ROOT, "%,.0f", Math.round(lines / 100.0) * 100.0);
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("stacks/%s), %s lines of Java".formatted(stack, hundreds));
  }

  private Path compiled(Path sources) throws IOException {
    var classes = Files.createDirectories(scratch.resolve("classes"));
    var arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(f -> arguments.add(f.toString()));
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    return classes;
  }

  private static void assertReadmeHas(String code) throws IOException {
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("```java\n" + code.stripIndent().strip() + "\n```\n");
  }
}

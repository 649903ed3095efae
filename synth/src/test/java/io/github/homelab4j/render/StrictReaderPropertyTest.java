package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What is certain is what the parser reads, whatever became of a file that was sound. */
@StatisticsReport(StatisticsReportMode.OFF)
class StrictReaderPropertyTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String INSERTED = " \n\t\r-:#'\"\\{}[],&*!|>%@?.~_/0123e+aNy\u0085\u2028é";
  private static final List<String> WORDS =
      List.of("a", "name", "a b", "x:y", "10Gi", "500m", "yes", "e3", "null", "1", "b.c/d", "1e3");

  record Sample(String text, List<JsonNode> meant) {
    boolean isCertain() {
      return StrictReader.isCertain(text, meant);
    }

    void check() {
      if (isCertain()) {
        assertThat(ReadBack.parsed(text, meant)).as(text).isEmpty();
      }
    }
  }

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void what_is_written_and_certain_is_read_by_the_parser(@ForAll("written") Sample sample) {
    sample.check();
    covered(sample, 30);
  }

  @Property(tries = 50_000, edgeCases = EdgeCasesMode.NONE)
  void what_is_changed_and_certain_is_read_by_the_parser(@ForAll("changed") Sample sample) {
    sample.check();
    covered(sample, 0.1);
  }

  @Property(tries = 50_000, edgeCases = EdgeCasesMode.NONE)
  void what_is_written_without_care_and_certain_is_read_by_the_parser(
      @ForAll("careless") Sample sample) {
    sample.check();
    covered(sample, 5);
  }

  private static void covered(Sample sample, double percent) {
    Statistics.collect(sample.isCertain());
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > percent));
  }

  @Provide
  Arbitrary<Sample> written() {
    return Arbitraries.randomValue(StrictReaderPropertyTest::sample);
  }

  private static Sample sample(Random random) {
    var text = new StringBuilder(random.nextBoolean() ? "" : "# A head.\n");
    var meant = new ArrayList<JsonNode>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      var tree = random.nextInt(10) == 0 ? Trees.object(random) : map(random, 3);
      meant.add(tree);
      text.append("---\n").append(Yaml.write(tree));
    }
    return new Sample(text.toString(), meant);
  }

  private static ObjectNode map(Random random, int depth) {
    var map = NODES.objectNode();
    for (int i = random.nextInt(4); i >= 0; i--) {
      map.set(word(random), any(random, depth - 1));
    }
    return map;
  }

  private static ArrayNode list(Random random, int depth) {
    var list = NODES.arrayNode();
    for (int i = random.nextInt(3); i >= 0; i--) {
      list.add(any(random, depth - 1));
    }
    return list;
  }

  private static JsonNode any(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> NODES.numberNode(random.nextInt(100) - 50);
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> random.nextBoolean() ? NODES.objectNode() : NODES.arrayNode();
      case 3 -> NODES.textNode(random(random, "ab \n#:\"\\", 10));
      case 4, 5 -> NODES.textNode(word(random));
      case 6, 7 -> map(random, depth);
      default -> list(random, depth);
    };
  }

  private static String word(Random random) {
    return random.nextInt(4) == 0
        ? random(random, "ab1e:. -/_", 6)
        : WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String random(Random random, String characters, int longest) {
    var text = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  @Provide
  Arbitrary<Sample> changed() {
    return Arbitraries.randomValue(
        random -> {
          var sample = sample(random);
          var text =
              random.nextInt(3) == 0
                  ? lines(random, sample.text())
                  : characters(random, sample.text());
          return new Sample(text, sample.meant());
        });
  }

  private static String characters(Random random, String text) {
    int at = random.nextInt(text.length());
    int deleted = random.nextInt(2);
    var inserted = random(random, INSERTED, 2 - deleted);
    return new StringBuilder(text).replace(at, at + deleted, inserted).toString();
  }

  // Deleted, doubled, moved, or indented otherwise.
  private static String lines(Random random, String text) {
    var lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
    var line = lines.remove(random.nextInt(lines.size()));
    int at = random.nextInt(lines.size() + 1);
    switch (random.nextInt(4)) {
      case 0 -> {}
      case 1 -> lines.addAll(at, List.of(line, line));
      case 2 -> lines.add(at, line);
      default -> lines.add(at, line.startsWith("  ") ? line.substring(2) : "  " + line);
    }
    return String.join("", lines);
  }

  // As a writer with mistakes: any text in any form, with nothing escaped.
  @Provide
  Arbitrary<Sample> careless() {
    return Arbitraries.randomValue(
        random -> {
          var key = careless(random);
          var text = careless(random);
          var written =
              switch (random.nextInt(4)) {
                case 0 -> '"' + text + '"';
                case 1 -> "|\n" + text.stripTrailing().indent(2).stripTrailing();
                case 2 -> "|-\n" + text.indent(2).stripTrailing();
                default -> text;
              };
          JsonNode meant = NODES.objectNode().put(key, text).put("after", 1);
          return new Sample("---\n" + key + ": " + written + "\nafter: 1\n", List.of(meant));
        });
  }

  private static String careless(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Corpus.texts().get(random.nextInt(100));
      case 1 -> random(random, "ab \n-:#", 6);
      case 2 -> random(random, "aeEn1.+_:-", 4);
      default -> word(random);
    };
  }
}

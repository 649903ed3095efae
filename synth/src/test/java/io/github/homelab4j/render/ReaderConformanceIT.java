package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kubernetes' own reader, Python's and JavaScript's, of YAML 1.1 and 1.2, take what is written for
 * what was meant.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReaderConformanceIT {
  private static final int TREES = 100_000;
  private static final int BATCH = 1_000;
  private static final int LARGE = 100;
  private static final Map<OutsideReader.Kind, OutsideReader> OPEN =
      new EnumMap<>(OutsideReader.Kind.class);
  private static final Map<OutsideReader.Kind, Boolean> THERE =
      new EnumMap<>(OutsideReader.Kind.class);
  private static final Set<OutsideReader.Kind> TOLD = EnumSet.noneOf(OutsideReader.Kind.class);

  @AfterAll
  static void close() {
    OPEN.values().forEach(OutsideReader::close);
  }

  @ParameterizedTest
  @EnumSource
  void the_corpus_is_read_as_it_was_meant(OutsideReader.Kind kind) throws Exception {
    var reader = open(kind);
    var trees = Corpus.trees();
    var read = reader.read(trees.stream().map(Yaml::write).toList());
    assertThat(differences(reader, trees, read)).isEmpty();
  }

  // What a writer that asks no reader leaves plain, or in a block.
  @ParameterizedTest
  @EnumSource
  void a_text_without_its_quotes_is_noticed(OutsideReader.Kind kind) throws Exception {
    var reader = open(kind);
    var texts = List.of("on", "0o7", "e-3", "1e3", "~");
    var trees =
        texts.stream().map(text -> JsonNodeFactory.instance.objectNode().put("a", text)).toList();
    var read = reader.read(texts.stream().map(text -> "a: " + text + "\n").toList());
    assertThat(differences(reader, trees, read))
        .as("what %s finds", kind)
        .anyMatch(difference -> difference.contains("/a is STRING \"\\\"~\\\"\", read as NULL"))
        .hasSizeGreaterThan(1);
  }

  // All of them for each reader, but a fifth for the slowest one.
  @Test
  void random_trees_are_read_as_they_were_meant() throws Exception {
    long seed = Long.getLong("homelab4j.readers.seed", new Random().nextLong());
    var random = new Random(seed);
    var readers = new ArrayList<OutsideReader>();
    for (var kind : OutsideReader.Kind.values()) {
      if (isThere(kind)) {
        readers.add(open(kind));
      }
    }
    assumeThat(readers).as("readers that are installed").isNotEmpty();
    for (int i = 0; i < TREES / BATCH; i++) {
      int batch = i;
      var trees = new ArrayList<ObjectNode>();
      // A large one among them: readers fill buffers, and some lose their place at an edge.
      trees.add(JsonNodeFactory.instance.objectNode());
      Stream.generate(() -> Trees.object(random)).limit(BATCH).forEach(trees::add);
      trees.get(0).putArray("some").addAll(trees.subList(1, LARGE));
      var files = trees.stream().map(Yaml::write).toList();
      var differences =
          readers.parallelStream()
              .filter(reader -> batch % reader.kind().share() == 0)
              .flatMap(reader -> differences(reader, trees, reader.read(files)).stream())
              .toList();
      assertThat(differences)
          .as("random trees; -Dhomelab4j.readers.seed=%s makes the same ones", seed)
          .isEmpty();
    }
  }

  private static List<String> differences(
      OutsideReader reader, List<ObjectNode> meant, List<JsonNode> read) {
    var likeness = new Likeness(reader.kind());
    var differences = new ArrayList<String>();
    for (int i = 0; i < meant.size(); i++) {
      var tree = meant.get(i);
      likeness
          .difference(tree, read.get(i))
          .map(difference -> "%s: %s in%n%s".formatted(reader.kind(), difference, Yaml.write(tree)))
          .ifPresent(differences::add);
    }
    return differences;
  }

  private static OutsideReader open(OutsideReader.Kind kind) throws IOException {
    assumeThat(isThere(kind)).as("%s is installed", kind).isTrue();
    var reader = OPEN.get(kind);
    if (reader == null) {
      reader = new OutsideReader(kind);
      OPEN.put(kind, reader);
    }
    return reader;
  }

  // A skipped test is told where a person sees it: runners keep the reason to themselves.
  private static boolean isThere(OutsideReader.Kind kind) {
    var missing = "%s is not installed: run %s".formatted(kind, OutsideReader.INSTALL);
    boolean there = THERE.computeIfAbsent(kind, OutsideReader.Kind::isInstalled);
    if (OutsideReader.required()) {
      assertThat(there).as(missing).isTrue();
    }
    if (!there && TOLD.add(kind)) {
      System.out.println("SKIPPED: " + missing);
    }
    return there;
  }
}

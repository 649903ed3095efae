package io.github.homelab4j.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A reader of YAML in another language: a process that reads documents as long as it is open. */
final class OutsideReader implements AutoCloseable {
  static final String INSTALL = ".ci/readers";
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNameLength(Integer.MAX_VALUE).build())
              .build());
  private static final Path FOLDER =
      setting("homelab4j.readers").map(Path::of).orElseGet(OutsideReader::cache);

  /** The readers; {@code python/}, {@code node_modules/} and {@code go-yaml} are installed. */
  enum Kind {
    GO("Go sigs.k8s.io/yaml, strict", FOLDER.resolve("go-yaml").toString()),
    PYYAML("PyYAML safe_load", "python3", program("read.py"), "SafeLoader"),
    PYYAML_C("PyYAML with libyaml", "python3", program("read.py"), "CSafeLoader"),
    JS_1_1("JavaScript yaml 1.1", "node", program("read.cjs"), "1.1"),
    JS_1_2("JavaScript yaml 1.2", "node", program("read.cjs"), "1.2");

    private final String title;
    private final List<String> command;

    Kind(String title, String... command) {
      this.title = title;
      this.command = List.of(command);
    }

    /** Whether it answers here. */
    boolean isInstalled() {
      try (var reader = new OutsideReader(this)) {
        return reader.read(List.of("a: 1\n")).get(0).path("a").asInt() == 1;
      } catch (IOException | UncheckedIOException e) {
        return false;
      }
    }

    /** Whether it keeps 1.0 apart from 1; JSON, which Kubernetes reads, does not. */
    boolean tellsWholeNumbers() {
      return this != GO;
    }

    /** One in how many batches it reads: PyYAML's own parser takes four times as long as others. */
    int share() {
      return this == PYYAML ? 5 : 1;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  private final Kind kind;
  private final Process process;
  private final BufferedReader answers;

  OutsideReader(Kind kind) throws IOException {
    this.kind = kind;
    var builder = new ProcessBuilder(kind.command);
    builder
        .environment()
        .putAll(
            Map.of(
                "PYTHONPATH", FOLDER.resolve("python").toString(),
                "PYTHONIOENCODING", "utf-8",
                "NODE_PATH", FOLDER.resolve("node_modules").toString()));
    process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    answers = process.inputReader(UTF_8);
  }

  Kind kind() {
    return kind;
  }

  /** Hands over documents; {@link #answer} waits for what it makes of them. */
  void send(List<String> documents) {
    var line =
        documents.stream()
            .map(text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8)))
            .collect(Collectors.joining(" ", "", "\n"));
    try {
      OutputStream in = process.getOutputStream();
      in.write(line.getBytes(UTF_8));
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it made of documents that were sent: the value, or a missing node where it failed. */
  List<JsonNode> answer(int documents) {
    var values = new ArrayList<JsonNode>();
    try {
      for (int i = 0; i < documents; i++) {
        var line = answers.readLine();
        if (line == null) {
          throw new IOException("%s ended after %s of %s documents".formatted(kind, i, documents));
        }
        values.add(line.startsWith("!") ? MissingNode.getInstance() : JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  /** What it makes of documents. */
  List<JsonNode> read(List<String> documents) {
    send(documents);
    return answer(documents.size());
  }

  @Override
  public void close() {
    process.destroy();
  }

  static boolean required() {
    return setting("homelab4j.readers.required").map(Boolean::parseBoolean).orElse(false);
  }

  private static String program(String name) {
    return Path.of("target", "test-classes", "readers", name).toString();
  }

  private static Path cache() {
    var caches =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache"));
    return caches.resolve("homelab4j").resolve("readers");
  }

  // A setting that Maven has no value for arrives empty.
  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(text -> !text.isBlank());
  }
}

package io.github.homelab4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.bench.Contender.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Contenders that are shell scripts: what is written is in {@code $1}. */
class RoundsTest {
  private static final String TWO =
      "mkdir -p $1/a; for kind in A B; do printf 'apiVersion: v1\\nkind: %s\\n' $kind >$1/a/$kind.yaml; done";

  @TempDir private Path work;

  private final List<String> said = new ArrayList<>();
  private BenchOptions options;

  @BeforeEach
  void two_rounds_are_counted() {
    options =
        CommandLine.populateCommand(
            new BenchOptions(), "--runs=2", "--cap=small=50", "--work=" + work);
  }

  @Test
  void each_runs_once_in_a_round_and_the_first_does_not_count() throws IOException {
    var results = measure(100, contender(Ours.NAME, TWO), contender("peer", TWO));
    assertThat(results).allMatch(Result::isMeasured).allMatch(each -> each.runs().size() == 2);
    assertThat(results).allMatch(each -> each.objects() == 2 && each.files() == 2);
    assertThat(results.get(1).ratio()).isPositive();
    assertThat(said)
        .containsExactly(
            "100 objects: exporting",
            "100 objects: homelab4j, run 0 of 2",
            "100 objects: peer, run 0 of 2",
            "100 objects: homelab4j, run 1 of 2",
            "100 objects: peer, run 1 of 2",
            "100 objects: homelab4j, run 2 of 2",
            "100 objects: peer, run 2 of 2");
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void fewer_files_than_objects_are_told() throws IOException {
    var results = measure(100, contender(Ours.NAME, TWO), contender("peer", "echo A >$1/a.yaml"));
    assertThat(results.get(1).note()).isEqualTo("objects without a file of their own: 1");
  }

  @Test
  void what_would_take_too_long_is_skipped_above_its_cap() throws IOException {
    var results = measure(100, contender(Ours.NAME, TWO), contender("small", TWO));
    assertThat(results.get(1).isMeasured()).isFalse();
    assertThat(results.get(1).note()).isEqualTo("not measured above 50 objects (--cap)");
  }

  @Test
  void what_fails_is_told_and_not_tried_with_more_objects() throws IOException {
    var ours = contender(Ours.NAME, TWO);
    var rounds =
        new Rounds(options, List.of(ours, contender("peer", "echo too much; exit 1")), said::add);
    assertThat(rounds.measure(Subject.fleet(100), ours).get(1).note())
        .isEqualTo("exit code 1: too much");
    assertThat(rounds.measure(Subject.fleet(200), ours).get(1).note())
        .isEqualTo("not measured: a smaller size failed");
  }

  @Test
  void without_what_homelab4j_writes_there_is_nothing_to_compare_with() throws IOException {
    var results = measure(100, contender(Ours.NAME, "exit 2"), contender("peer", TWO));
    assertThat(results).extracting(Result::note).containsExactly("exit code 2: ");
  }

  private List<Result> measure(int objects, Contender ours, Contender peer) throws IOException {
    return new Rounds(options, List.of(ours, peer), said::add)
        .measure(Subject.fleet(objects), ours);
  }

  private static Contender contender(String name, String script) {
    return new Contender(
        name,
        "1",
        "writes",
        Folder.EMPTY,
        (subject, inputs, out) -> Command.of(inputs, "sh", "-ec", script, "sh", out.toString()));
  }
}

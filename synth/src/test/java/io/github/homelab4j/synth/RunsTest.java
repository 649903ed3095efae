package io.github.homelab4j.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HasChecks;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Operator;
import io.github.homelab4j.example.Planted;
import io.github.homelab4j.example.Settings;
import io.github.homelab4j.example.Stack;
import io.github.homelab4j.example.Workload;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.rule.About;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.write.Output;
import io.github.homelab4j.write.TreeWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run takes from those before it, and from how many threads it has. */
class RunsTest {
  @TempDir private Path clusters;
  private Lenient homelab;

  @Test
  void findings_do_not_depend_on_the_number_of_threads() {
    assertThat(wrong(8)).hasSizeGreaterThan(1).isEqualTo(wrong(1));
  }

  @Test
  void files_do_not_depend_on_what_earlier_runs_kept() {
    var memory = Memory.keeping();
    synthesize(1, memory);
    var files = Stream.of(memory, Memory.none()).map(each -> synthesize(2, each).files()).toList();
    assertThat(files.get(0)).isEqualTo(files.get(1));
    assertThat(files.get(0).get("one"))
        .containsKey("apps/apps/workload/app/widget-workload-1.yaml");
  }

  @Test
  void files_are_the_same_where_objects_are_let_go_as_they_are_rendered() {
    var runs = Stream.of(Memory.none(), Memory.frugal()).map(each -> synthesize(1, each)).toList();
    var kept = runs.get(0);
    var letGo = runs.get(1);
    assertThat(letGo.files()).isEqualTo(kept.files());
    assertThat(letGo.rootFiles()).isEqualTo(kept.rootFiles());
    assertThat(letGo.cluster("one").objects())
        .isNotEmpty()
        .allSatisfy(object -> assertThat(object.tree()).isEmpty());
  }

  @Test
  void a_file_whose_objects_are_as_they_were_is_the_same_text() {
    var memory = Memory.keeping();
    var first = synthesize(1, memory).files().get("one");
    var second = synthesize(1, memory).files().get("one");
    var file = "apps/apps/workload/app/widget-workload-0.yaml";
    assertThat(second.get(file)).isSameAs(first.get(file));
  }

  @Test
  void a_run_over_what_it_wrote_is_the_same() {
    var runs = new ArrayList<SortedMap<String, SortedMap<String, String>>>();
    for (int i = 0; i < 2; i++) {
      runs.add(synthesize(1, Memory.none()).files());
      TreeWriter.write(clusters, Output.of(runs.get(i)));
    }
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
    assertThat(runs.get(1).get("one").get("apps/apps/planted/app/configmap.yaml"))
        .contains("policy.homelab4j.io/exempt.label_invalid: a reason")
        .contains("policy.homelab4j.io/exempt.own: another reason");
  }

  @Test
  void checks_see_objects_without_the_annotations_of_exemptions_whatever_was_written_before() {
    TreeWriter.write(clusters, Output.of(synthesize(1, Memory.none()).files()));
    var seen = homelab.annotations;
    synthesize(1, Memory.none());
    assertThat(seen).isNotEmpty().containsOnly("");
    assertThat(homelab.annotations).isEqualTo(seen);
  }

  private static List<Finding> wrong(int threads) {
    var homelab = new ExampleHomelab();
    for (var name : List.of("c", "b", "a")) {
      new Workload(homelab.one(), name, Settings.none().widgets(-1));
      new Workload(homelab.two(), name, Settings.none().widgets(1));
    }
    return catchThrowableOfType(
            SynthesisException.class,
            () ->
                Synthesizer.synthesize(
                    homelab, Optional.empty(), Optional.empty(), new Timings(), Jobs.of(threads)))
        .findings();
  }

  private Synthesis synthesize(int widgets, Memory memory) {
    homelab = new Lenient(widgets);
    return Synthesizer.synthesize(
        homelab, Optional.empty(), Optional.of(clusters), new Timings(), Jobs.of(2), memory);
  }

  private static final class Lenient extends Homelab implements HasChecks {
    private static final Rule OWN = Rule.of("OWN", About.error("nothing is planted"));

    private final List<String> annotations = new ArrayList<>();

    Lenient(int widgets) {
      this(widgets, new ExampleHomelab().plan());
    }

    private Lenient(int widgets, HomelabPlan plan) {
      super(plan);
      var stack = new Stack(this, "one");
      new Operator(stack, "operator", Settings.none());
      new Workload(stack, "workload", Settings.none().widgets(widgets));
      var meta = Meta.labelled("planted", "apps", Map.of("tier", "no label"));
      var planted =
          new Planted(stack, "planted", new ConfigMapBuilder().withMetadata(meta).build());
      planted.exempt(ObjectRule.LABEL_INVALID, "a reason");
      planted.exempt(OWN, "another reason");
    }

    @Override
    public List<Check> checks() {
      return List.of(
          new Check() {
            @Override
            public List<Rule> rules() {
              return List.of(OWN);
            }

            @Override
            public void run(HomelabView homelab, Report report) {
              for (var subject : homelab.clusters().get(0).objects("ConfigMap")) {
                annotations.add(subject.emitted().at("/metadata/annotations").toString());
                var isFine = !subject.path().equals("one/planted");
                report.judge(OWN, subject, isFine, () -> "it is planted: remove it");
              }
            }
          });
    }
  }
}

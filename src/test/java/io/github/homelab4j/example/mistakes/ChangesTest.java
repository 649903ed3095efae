package io.github.homelab4j.example.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.rule.ChangeRule;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.synth.Timings;
import io.github.homelab4j.write.Output;
import io.github.homelab4j.write.TreeWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.JsonPatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a homelab may change of what was written before. */
class ChangesTest {
  private static final String KEPT =
      "  annotations:\n    kustomize.toolkit.fluxcd.io/prune: disabled";

  @Test
  void the_same_again_is_no_change() {
    assertThat(Rewritten.findings(new SoundHome(), new SoundHome())).isEmpty();
  }

  @Test
  void what_is_new_and_what_is_gone_is_no_change_of_what_stays() {
    var notes = ChangeMistakes.notes("notes", "desk");
    assertThat(Rewritten.findings(new SoundHome(), notes.get())).isEmpty();
    assertThat(Rewritten.findings(notes.get(), new SoundHome())).isEmpty();
  }

  @Test
  void a_change_that_is_acknowledged_is_no_finding_and_the_line_may_stay_when_it_was_made() {
    Supplier<Homelab> shrunk =
        () ->
            SoundHome.with("storage: 1Gi", "storage: 500Mi")
                .and(
                    house ->
                        house.shop.exempt(
                            ChangeRule.FIELD_IMMUTABLE, "The cache is thrown away by hand."));
    assertThat(Rewritten.findings(new SoundHome(), shrunk.get())).isEmpty();
    assertThat(Rewritten.findings(shrunk.get(), shrunk.get())).isEmpty();
  }

  /** Its annotation is in the cluster by then, so that the old Kustomization leaves it alone. */
  @Test
  void what_is_never_pruned_may_change_its_kustomization() {
    assertThat(Rewritten.findings(kept("notes"), kept("letters"))).isEmpty();
  }

  @Test
  void several_changes_are_told_together() {
    var before = new SoundHome().and(house -> add(house, "notes", "desk"));
    var after =
        SoundHome.with("storage: 1Gi", "storage: 500Mi").and(house -> add(house, "notes", "shelf"));
    assertThat(Rewritten.findings(before, after))
        .extracting(Finding::rule)
        .containsExactly(ChangeRule.NAMESPACE_CHANGED, ChangeRule.FIELD_IMMUTABLE);
  }

  /** A chart that is not one of ours can be exempted from nothing. */
  @Test
  void a_change_in_a_users_own_chart_is_acknowledged_by_deleting_the_file() {
    assertThat(Rewritten.findings(ownChart("a"), ownChart("b")))
        .extracting(Finding::message)
        .containsExactly(
            "ConfigMap own/own changes data.key from a to b, which the API server refuses, and with it everything else of Kustomization mine: give it a new name for new contents, or delete the old one by hand and delete the file that was written before, which acknowledges it");
  }

  @Test
  void a_run_compares_with_the_folders_that_it_would_write(@TempDir Path clusters) {
    var secrets = Optional.<Path>empty();
    var written = Optional.of(clusters);
    var first = Synthesizer.synthesize(new SoundHome(), secrets, written, new Timings());
    TreeWriter.write(clusters, Output.of(first.files()));
    assertThat(Synthesizer.synthesize(new SoundHome(), secrets, written, new Timings()).files())
        .isEqualTo(first.files());
    assertThatExceptionOfType(SynthesisException.class)
        .isThrownBy(
            () ->
                Synthesizer.synthesize(
                    SoundHome.with("storage: 1Gi", "storage: 500Mi"),
                    secrets,
                    written,
                    new Timings()))
        .withMessageStartingWith("FIELD_IMMUTABLE house/shop (SoundHome.java:")
        .withMessageContaining("from 1Gi to 500Mi");
  }

  private static SoundHome kept(String id) {
    return new SoundHome()
        .and(house -> new Manifests(house, id, "desk", ChangeMistakes.configMap("desk", KEPT)));
  }

  private static void add(SoundHome.House house, String id, String namespace) {
    new Manifests(house, id, namespace, ChangeMistakes.configMap(namespace, ""));
  }

  private static SoundHome ownChart(String value) {
    return new SoundHome()
        .and(
            house -> {
              var chart = new Chart(house, "mine", ChartProps.builder().namespace("own").build());
              var metadata = ApiObjectMetadata.builder().name("own").build();
              new ApiObject(
                      chart,
                      "own",
                      ApiObjectProps.builder()
                          .apiVersion("v1")
                          .kind("ConfigMap")
                          .metadata(metadata)
                          .build())
                  .addJsonPatch(
                      JsonPatch.add("/immutable", true),
                      JsonPatch.add("/data", Map.of("key", value)));
            });
  }
}

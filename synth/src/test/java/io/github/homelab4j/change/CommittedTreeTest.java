package io.github.homelab4j.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.example.SoundHomelab;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.write.Output;
import io.github.homelab4j.write.TreeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedTreeTest {
  private static final String WIDGET = "apps/apps/workload/app/widget-workload-0.yaml";

  private final SortedMap<String, String> files =
      Synthesizer.synthesize(new SoundHomelab()).files().get("one");

  @TempDir private Path clusters;
  private Path folder;

  @BeforeEach
  void of_one_cluster() {
    folder = clusters.resolve("one");
  }

  @Test
  void a_written_folder_is_read_back_with_the_kustomization_of_each_object() {
    write();
    var tree = CommittedTree.read(folder);
    assertThat(tree.files()).containsExactlyElementsOf(files.keySet());
    assertThat(tree.objects(WIDGET))
        .extracting(Committed::key, Committed::kustomization, Committed::file)
        .containsExactly(tuple("example.org/Widget/apps/workload-0", "workload", WIDGET));
    assertThat(tree.objects("apps/apps/namespace.yaml"))
        .extracting(Committed::key, Committed::kustomization, Committed::outlivesItsFile)
        .containsExactly(tuple("/Namespace//apps", "apps", true));
    assertThat(tree.objects("apps/apps/workload/ks.yaml"))
        .extracting(Committed::kustomization)
        .containsOnly("apps");
    assertThat(tree.objects("flux/gitrepository.yaml"))
        .extracting(Committed::kustomization)
        .containsExactly("flux-system");
    assertThat(tree.objects("README.md")).isEmpty();
    assertThat(tree.objects()).hasSizeGreaterThan(10);
  }

  @Test
  void a_folder_that_does_not_exist_is_an_empty_tree() {
    var tree = CommittedTree.read(folder.resolve("nothing"));
    assertThat(tree.isEmpty()).isTrue();
    assertThat(Changes.between(tree, files).before()).isEmpty();
  }

  @Test
  void only_files_that_are_others_or_gone_hold_changes() {
    var after = new TreeMap<>(files);
    var tree = CommittedTree.of(files);
    assertThat(Changes.between(tree, after).before()).isEmpty();
    after.remove("apps/apps/workload/app/configmap.yaml");
    after.replace(WIDGET, files.get(WIDGET) + "# other\n");
    var changes = Changes.between(tree, after);
    assertThat(changes.before())
        .extracting(Committed::key)
        .containsExactly("/ConfigMap/apps/workload", "example.org/Widget/apps/workload-0");
    assertThat(changes.named("", "ConfigMap", "workload")).hasSize(1);
    assertThat(changes.isNew("/ConfigMap/apps/workload")).isFalse();
    assertThat(changes.isNew("/Namespace//apps")).isFalse();
    assertThat(changes.isNew("/ConfigMap/apps/other")).isTrue();
  }

  /** The writer tells about it and refuses to replace it; there is nothing to compare it with. */
  @Test
  void a_file_that_somebody_broke_holds_no_objects() throws IOException {
    write();
    Files.writeString(folder.resolve(WIDGET), "kind: [");
    assertThat(CommittedTree.read(folder).objects(WIDGET)).isEmpty();
  }

  /** Who deletes it says that nothing of it is in the cluster any more. */
  @Test
  void a_file_that_somebody_deleted_holds_no_objects() throws IOException {
    write();
    Files.delete(folder.resolve(WIDGET));
    assertThat(CommittedTree.read(folder).objects(WIDGET)).isEmpty();
  }

  @Test
  void of_what_is_as_it_was_nothing_is_read() throws IOException {
    write();
    var kustomization = "apps/apps/workload/ks.yaml";
    Files.writeString(folder.resolve(kustomization), "kind: [");
    var after = new TreeMap<>(files);
    after.remove(WIDGET);
    var objects = Documents.of(files.get(kustomization));
    var held = Map.<String, Supplier<List<Emitted>>>of(kustomization, () -> objects);
    assertThat(Changes.between(CommittedTree.read(folder), after, held, Jobs.of(2)).before())
        .extracting(Committed::file, Committed::kustomization)
        .containsExactly(tuple(WIDGET, "workload"));
  }

  @Test
  void what_somebody_deleted_is_not_there_though_it_would_be_as_it_was() throws IOException {
    write();
    var after = new TreeMap<>(files);
    after.remove("apps/apps/workload/app/configmap.yaml");
    var objects = Documents.of(files.get(WIDGET));
    var held = Map.<String, Supplier<List<Emitted>>>of(WIDGET, () -> objects);
    var key = "example.org/Widget/apps/workload-0";
    assertThat(Changes.between(CommittedTree.read(folder), after, held, Jobs.of(1)).isNew(key))
        .isFalse();
    Files.delete(folder.resolve(WIDGET));
    assertThat(Changes.between(CommittedTree.read(folder), after, held, Jobs.of(1)).isNew(key))
        .isTrue();
  }

  private void write() {
    TreeWriter.write(clusters, Output.of(new TreeMap<>(Map.of("one", files))));
  }
}

package io.github.homelab4j.diff;

import java.util.List;

/** A difference for a comment on a pull request: what is dangerous comes first. */
final class DiffMarkdown {
  private final StringBuilder text = new StringBuilder();

  private DiffMarkdown() {}

  static String of(List<ClusterDiff> clusters) {
    if (clusters.stream().allMatch(ClusterDiff::isEmpty)) {
      return "No object changes.\n";
    }
    return new DiffMarkdown().write(clusters);
  }

  private String write(List<ClusterDiff> clusters) {
    var rows = new StringBuilder();
    clusters.forEach(cluster -> dangers(cluster.cluster(), Alike.of(cluster), rows));
    table(
        "### Look twice\n\n| danger | where | object | what happens |\n|---|---|---|---|\n", rows);
    for (var cluster : clusters) {
      text.append("### ").append(cluster.cluster()).append("\n\n");
      bumps(cluster);
      objects(Alike.of(cluster));
    }
    return text.toString();
  }

  private void table(String head, StringBuilder rows) {
    if (rows.length() > 0) {
      text.append(head).append(rows).append('\n');
    }
  }

  private static void dangers(String cluster, Alike alike, StringBuilder rows) {
    for (var group : alike.groups()) {
      var objects = String.join(", ", group.objects());
      group.marks().forEach(mark -> row(mark, cluster, objects, rows));
    }
    for (var component : alike.rest().components()) {
      var where = cluster + "/" + component.component();
      component
          .objects()
          .forEach(
              object -> object.marks().forEach(mark -> row(mark, where, object.object(), rows)));
      FileGroup.of(component.files())
          .forEach(
              group ->
                  group
                      .like()
                      .marks()
                      .forEach(mark -> row(mark, where, String.join(", ", group.files()), rows)));
    }
  }

  private static void row(Mark mark, String where, String object, StringBuilder rows) {
    rows.append(
        "| %s | %s | %s | %s |\n"
            .formatted(mark.danger().words(), where, object, mark.what().replace("|", "\\|")));
  }

  private void bumps(ClusterDiff cluster) {
    var rows = new StringBuilder();
    for (var component : cluster.components()) {
      for (var bump : component.bumps()) {
        rows.append(
            "| %s | %s | %s | %s |\n"
                .formatted(component.component(), bump.what(), bump.before(), bump.after()));
      }
    }
    table("| component | version of | before | after |\n|---|---|---|---|\n", rows);
  }

  private void objects(Alike alike) {
    for (var group : alike.groups()) {
      if (!group.fields().isEmpty()) {
        text.append("**%s objects alike**\n```diff\n".formatted(group.objects().size()));
        group.objects().forEach(object -> text.append("# ").append(object).append('\n'));
        group.fields().forEach(this::field);
        text.append("```\n\n");
      }
    }
    for (var component : alike.rest().components()) {
      if (!component.objects().isEmpty() || !component.files().isEmpty()) {
        text.append("**%s**%s\n".formatted(component.component(), DiffText.origin(component)));
        text.append("```diff\n");
        component.objects().forEach(this::object);
        FileGroup.of(component.files()).forEach(this::files);
        text.append("```\n\n");
      }
    }
  }

  private void files(FileGroup group) {
    group.files().forEach(file -> head(group.like().change(), file));
    group.shown().forEach(line -> text.append(line).append('\n'));
  }

  private void head(ObjectDiff.Change change, String what) {
    text.append(
        "%s %s\n".formatted(change == ObjectDiff.Change.CHANGED ? "#" : change.sign(), what));
  }

  private void object(ObjectDiff object) {
    head(object.change(), object.object());
    object.fields().forEach(this::field);
  }

  private void field(ObjectDiff.Field field) {
    if (!field.before().isEmpty()) {
      text.append("- %s: %s\n".formatted(field.path(), field.before()));
    }
    if (!field.after().isEmpty()) {
      text.append("+ %s: %s\n".formatted(field.path(), field.after()));
    }
  }
}

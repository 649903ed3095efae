package io.github.homelab4j.diff;

import java.util.List;

/** A difference for people: in a terminal, or in a comment on a pull request. */
public final class DiffText {
  private DiffText() {}

  /** Plain text. */
  public static String plain(List<ClusterDiff> clusters) {
    var text = new StringBuilder();
    for (var cluster : clusters) {
      text.append(cluster.cluster()).append('\n');
      for (var component : cluster.components()) {
        text.append("  ").append(component.component()).append(origin(component)).append('\n');
        component
            .bumps()
            .forEach(
                bump ->
                    text.append("    ^ ")
                        .append(
                            "%s %s -> %s\n".formatted(bump.what(), bump.before(), bump.after())));
        component.objects().forEach(object -> plain(object, text));
      }
    }
    return text.length() == 0 ? "nothing differs\n" : text.toString();
  }

  private static void plain(ObjectDiff object, StringBuilder text) {
    text.append("    %s %s\n".formatted(object.change().sign(), object.object()));
    object.fields().forEach(field -> text.append("        ").append(line(field)).append('\n'));
    object.marks().forEach(mark -> text.append("      ! ").append(mark).append('\n'));
  }

  /** Markdown for a comment on a pull request: what is dangerous comes first. */
  public static String markdown(List<ClusterDiff> clusters) {
    if (clusters.stream().allMatch(ClusterDiff::isEmpty)) {
      return "No object changes.\n";
    }
    var text = new StringBuilder();
    dangers(clusters, text);
    for (var cluster : clusters) {
      text.append("### ").append(cluster.cluster()).append("\n\n");
      bumps(cluster, text);
      for (var component : cluster.components()) {
        if (!component.objects().isEmpty()) {
          text.append("**%s**%s\n".formatted(component.component(), origin(component)));
          text.append("```diff\n");
          component.objects().forEach(object -> markdown(object, text));
          text.append("```\n\n");
        }
      }
    }
    return text.toString();
  }

  private static void dangers(List<ClusterDiff> clusters, StringBuilder text) {
    var rows = new StringBuilder();
    for (var cluster : clusters) {
      for (var component : cluster.components()) {
        for (var object : component.objects()) {
          object
              .marks()
              .forEach(
                  mark ->
                      rows.append(
                          "| %s | %s/%s | %s | %s |\n"
                              .formatted(
                                  mark.danger().words(),
                                  cluster.cluster(),
                                  component.component(),
                                  object.object(),
                                  mark.what())));
        }
      }
    }
    if (rows.length() > 0) {
      text.append(
              "### Look twice\n\n| danger | where | object | what happens |\n|---|---|---|---|\n")
          .append(rows)
          .append('\n');
    }
  }

  private static void bumps(ClusterDiff cluster, StringBuilder text) {
    var rows = new StringBuilder();
    for (var component : cluster.components()) {
      component
          .bumps()
          .forEach(
              bump ->
                  rows.append(
                      "| %s | %s | %s | %s |\n"
                          .formatted(
                              component.component(), bump.what(), bump.before(), bump.after())));
    }
    if (rows.length() > 0) {
      text.append("| component | version of | before | after |\n|---|---|---|---|\n")
          .append(rows)
          .append('\n');
    }
  }

  private static void markdown(ObjectDiff object, StringBuilder text) {
    var sign = object.change() == ObjectDiff.Change.CHANGED ? "#" : object.change().sign();
    text.append("%s %s\n".formatted(sign, object.object()));
    for (var field : object.fields()) {
      if (!field.before().isEmpty()) {
        text.append("- %s: %s\n".formatted(field.path(), field.before()));
      }
      if (!field.after().isEmpty()) {
        text.append("+ %s: %s\n".formatted(field.path(), field.after()));
      }
    }
  }

  private static String line(ObjectDiff.Field field) {
    if (field.before().isEmpty()) {
      return "%s: %s (new)".formatted(field.path(), field.after());
    }
    return field.after().isEmpty()
        ? "%s: %s (gone)".formatted(field.path(), field.before())
        : "%s: %s -> %s".formatted(field.path(), field.before(), field.after());
  }

  private static String origin(ComponentDiff component) {
    return component.origin().isEmpty() ? "" : " (" + component.origin() + ")";
  }
}

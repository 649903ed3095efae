package io.github.homelab4j.diff;

import java.util.List;

/** A difference for people: in a terminal, or in a comment on a pull request. */
public final class DiffText {
  private final StringBuilder text = new StringBuilder();

  private DiffText() {}

  /** Plain text; what many objects of a cluster have changed alike is said once. */
  public static String plain(List<ClusterDiff> clusters) {
    var all = new DiffText();
    clusters.forEach(all::cluster);
    return all.text.length() == 0 ? "nothing differs\n" : all.text.toString();
  }

  /** Markdown for a comment on a pull request: what is dangerous comes first. */
  public static String markdown(List<ClusterDiff> clusters) {
    return DiffMarkdown.of(clusters);
  }

  private void cluster(ClusterDiff cluster) {
    text.append(cluster.cluster()).append('\n');
    var alike = Alike.of(cluster);
    for (var group : alike.groups()) {
      text.append("  %s objects alike\n".formatted(group.objects().size()));
      group.objects().forEach(object -> text.append("    ~ ").append(object).append('\n'));
      details(group.fields(), group.marks());
    }
    for (var component : alike.rest().components()) {
      text.append("  ").append(component.component()).append(origin(component)).append('\n');
      for (var bump : component.bumps()) {
        text.append("    ^ %s %s -> %s\n".formatted(bump.what(), bump.before(), bump.after()));
      }
      for (var object : component.objects()) {
        text.append("    %s %s\n".formatted(object.change().sign(), object.object()));
        details(object.fields(), object.marks());
      }
      FileGroup.of(component.files()).forEach(this::files);
    }
  }

  private void files(FileGroup group) {
    var like = group.like();
    group.files().forEach(file -> text.append("    %s %s\n".formatted(like.change().sign(), file)));
    group.shown().forEach(line -> text.append("        ").append(line).append('\n'));
    details(List.of(), like.marks());
  }

  private void details(List<ObjectDiff.Field> fields, List<Mark> marks) {
    fields.forEach(field -> text.append("        ").append(line(field)).append('\n'));
    marks.forEach(mark -> text.append("      ! ").append(mark).append('\n'));
  }

  private static String line(ObjectDiff.Field field) {
    if (field.before().isEmpty()) {
      return "%s: %s (new)".formatted(field.path(), field.after());
    }
    return field.after().isEmpty()
        ? "%s: %s (gone)".formatted(field.path(), field.before())
        : "%s: %s -> %s".formatted(field.path(), field.before(), field.after());
  }

  static String origin(ComponentDiff component) {
    return component.origin().isEmpty() ? "" : " (" + component.origin() + ")";
  }
}

package io.github.homelab4j.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an owner of {@link GitLab} should know. */
final class GitLabNotes {
  private GitLabNotes() {}

  static List<String> of(String release, GitLabProps props) {
    var notes = new ArrayList<String>();
    if (props.storage().shared()) {
      notes.add(
          "GitLab advises against network file systems such as CephFS for repositories, and %s is one (https://docs.gitlab.com/administration/nfs/)."
                  .formatted(props.storage().name())
              + " A block class is the alternative; choose before the first install, because the volume does not move.");
    }
    notes.add(
        "Before the first start, make the buckets %s at %s."
            .formatted(String.join(", ", buckets(props)), props.objectStore().endpoint()));
    notes.add(
        "Encrypted columns of the database are readable with %s only."
            .formatted(
                props
                    .railsSecrets()
                    .map(given -> given.describe() + ", which must never change")
                    .orElse(
                        "Secret %s-rails-secret, which the chart makes: keep a copy of it outside the cluster"
                            .formatted(release))));
    notes.add("The agent server (KAS) and Pages are off: each needs a host name of its own.");
    return notes;
  }

  private static List<String> buckets(GitLabProps props) {
    return Stream.of("artifacts", "lfs", "uploads", "packages", "registry", "backups", "tmp")
        .map(kind -> props.bucketPrefix() + "-" + kind)
        .toList();
  }
}

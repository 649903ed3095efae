package io.github.homelab4j.apps;

import io.github.homelab4j.core.Recovery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an owner of {@link GitLab} should know. */
final class GitLabNotes {
  private GitLabNotes() {}

  static List<String> of(String release, String namespace, GitLabProps props) {
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
    props
        .railsSecrets()
        .ifPresentOrElse(
            given -> {
              notes.add(
                  "Encrypted columns of the database are readable only with %s, which must never change."
                      .formatted(given.describe()));
              notes.add(
                  "It holds a whole secrets.yml: below production, secret_key_base, otp_key_base, db_key_base and encrypted_settings_key_base"
                      + " (openssl rand -hex 64 each), openid_connect_signing_key (openssl genrsa 2048), active_record_encryption_primary_key and"
                      + " active_record_encryption_deterministic_key (each a list of one, of 32 letters and digits), and"
                      + " active_record_encryption_key_derivation_salt (32 letters and digits).");
            },
            () ->
                notes.add(
                    "Encrypted columns of the database are readable only with Secret %s-rails-secret, which the chart makes: keep a copy of it outside the cluster."
                        .formatted(release)));
    notes.add(
        "The nightly backup fails when its pg_dump is older than the database server; try it once: `kubectl create job -n %s --from=cronjob/%s-toolbox-backup now`."
            .formatted(namespace, release));
    notes.add("The agent server (KAS) and Pages are off: each needs a host name of its own.");
    return notes;
  }

  // https://docs.gitlab.com/charts/backup-restore/restore/
  static Recovery recovery(String release, String namespace, GitLabProps props) {
    return Recovery.whenItRuns(
        "repositories, issues, artifacts and settings",
        "the nightly backup in bucket %s-backups at %s"
            .formatted(props.bucketPrefix(), props.objectStore().endpoint()),
        "Stop what writes: `kubectl -n %1$s scale deployment --replicas=0 --selector='release=%2$s,app in (webservice, sidekiq)'`."
            .formatted(namespace, release),
        "Restore the newest, which replaces the database by that of the backup: `kubectl -n %s exec -it deployment/%s-toolbox -- backup-utility --restore -t <timestamp>_<version>`."
            .formatted(namespace, release),
        "Start again: `flux reconcile helmrelease %2$s -n %1$s --force`."
            .formatted(namespace, release));
  }

  private static List<String> buckets(GitLabProps props) {
    return Stream.of("artifacts", "lfs", "uploads", "packages", "registry", "backups", "tmp")
        .map(kind -> props.bucketPrefix() + "-" + kind)
        .toList();
  }
}

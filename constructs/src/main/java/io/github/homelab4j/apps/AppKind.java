package io.github.homelab4j.apps;

/** What runs the pods of an {@link Application}. */
public enum AppKind {
  /** Copies that are alike. */
  DEPLOYMENT,
  /** Copies with a name and volumes of their own. */
  STATEFUL_SET,
  /** One copy on each machine. */
  DAEMON_SET,
  /** A run now and then. */
  CRON_JOB
}

package io.github.homelab4j.apps;

import io.github.homelab4j.core.CacheRef;
import io.github.homelab4j.core.HasDatabase;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings of {@link GitLab}.
 *
 * <p>{@code replicas} are the copies of the web service, of the SSH daemon and of the container
 * registry.
 */
@Value.Immutable
public interface GitLabProps extends HelmProps, HasDatabase, HasStorage, HasReplicas, HasMetrics {
  /** Host name of the web interface; one that the listener serves. */
  Hostname hostname();

  /** The listener of the Gateway that the chart's own routes attach to. */
  ListenerRef listener();

  /** Host name of the container registry; one that the listener serves. */
  Hostname registryHostname();

  /**
   * Host name that clone URLs over SSH show. It must resolve to {@link #sshAddress}, so it differs
   * from {@code hostname}, which is the Gateway's.
   */
  Hostname sshHostname();

  /** Load-balancer address of the SSH daemon, on port 22. */
  Reservation sshAddress();

  /**
   * The class of Gitaly's volume, which holds all repositories. GitLab advises against network file
   * systems for it, CephFS among them: Git works in many small files, each of which costs round
   * trips there, and support is not given. Pass a block class (RBD) to follow that advice; a volume
   * does not move from one class to another, so decide before the first install.
   *
   * @see <a
   *     href="https://docs.gitlab.com/administration/nfs/#avoid-using-cephfs-and-glusterfs">Avoid
   *     using CephFS and GlusterFS</a>
   */
  @Override
  StorageClassRef storage();

  /** Room for repositories, and as much again while a backup is put together; 50 GiB. */
  @Value.Default
  default Quantity storageSize() {
    return Quantity.gi(50);
  }

  /**
   * The cache for sessions, background jobs and shared state. It must allow Lua scripts to use
   * undeclared keys.
   */
  CacheRef cache();

  /** Where uploads, artifacts, LFS objects, packages, images and backups go. */
  ObjectStoreRef objectStore();

  /**
   * The buckets are called this, a hyphen and what they hold: {@code gitlab-artifacts}. GitLab does
   * not create them.
   */
  @Value.Default
  default String bucketPrefix() {
    return "gitlab";
  }

  /** The password of the user {@code root}, which only the first start reads. */
  SecretSource initialRootPassword();

  /**
   * GitLab's {@code secrets.yml} with the keys that columns of the database are encrypted with.
   * Without it the chart makes one that exists in the cluster only, and a database that is restored
   * into a new cluster cannot be read.
   *
   * @see <a href="https://docs.gitlab.com/charts/installation/secrets/#gitlab-rails-secret">GitLab
   *     Rails secret</a>
   */
  Optional<StoreKeyRef> railsSecrets();

  /** The identity provider's client for people's logins; only local users without it. */
  Optional<OidcClientRef> login();

  /**
   * When repositories and the database's dump go to the object store; at one o'clock every night.
   */
  @Value.Default
  default CronSchedule backupSchedule() {
    return CronSchedule.daily(1, 0);
  }

  /** How many backups stay in the object store; a week of nightly ones. */
  @Value.Default
  default int backupsKept() {
    return 7;
  }

  /** Whether GitLab Inc. gets figures about the usage of this instance; off. */
  @Value.Default
  default boolean usagePing() {
    return false;
  }

  /** Names that the listener serves, each for one thing, and something of everything. */
  @Value.Check
  default void check() {
    Routes.check(hostname(), listener());
    Routes.check(registryHostname(), listener());
    if (sshHostname().equals(hostname())
        || registryHostname().equals(hostname())
        || sshHostname().equals(registryHostname())) {
      Invalid.setting(
          "GitLab has the host names %s (web), %s (registry) and %s (SSH): give each its own"
              .formatted(hostname(), registryHostname(), sshHostname()));
    }
    if (replicas() < 1 || backupsKept() < 1) {
      Invalid.setting(
          "replicas is %s and backupsKept is %s: both are at least 1"
              .formatted(replicas(), backupsKept()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GitLabProps}. */
  final class Builder extends ImmutableGitLabProps.Builder {}
}

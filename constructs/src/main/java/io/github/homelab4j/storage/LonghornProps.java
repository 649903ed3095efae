package io.github.homelab4j.storage;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.NodePlan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** Settings of {@link Longhorn}. */
@Value.Immutable
public interface LonghornProps extends HelmProps, HasMetrics {
  /** The nodes that hold volumes. */
  List<NodePlan> nodes();

  /**
   * Whether other nodes hold none: Longhorn then takes those with the label {@code
   * node.longhorn.io/create-default-disk=true}, which the owner sets. Otherwise every node holds
   * volumes, as by default.
   */
  @Value.Default
  default boolean labelledNodesOnly() {
    return false;
  }

  /**
   * The directory of each node that holds volumes; {@code /var/lib/longhorn/} by default. Only
   * nodes that join later take another one over.
   */
  @Value.Default
  default String dataPath() {
    return "/var/lib/longhorn/";
  }

  /** Copies of each volume, each on a node of its own; 3 by default. */
  @Value.Default
  default int replicas() {
    return 3;
  }

  /**
   * Whether claims that name no class get volumes of this one; they do by default. The class of
   * another provisioner must not be default too.
   */
  @Value.Default
  default boolean defaultClass() {
    return true;
  }

  /** The bucket that backups go to; without one there are snapshots only. */
  Optional<BucketRef> backups();

  /** What is done to each volume on a schedule; nothing by default. */
  List<LonghornJob> jobs();

  /** Copies of the web interface; 1 by default, as volumes do not need it. */
  @Value.Default
  default int uiReplicas() {
    return 1;
  }

  /** Nodes enough, a directory, and jobs that can run. */
  @Value.Check
  default void check() {
    if (replicas() < 1 || replicas() > nodes().size()) {
      Invalid.setting(
          "replicas is %s, and %s nodes hold volumes (%s): keep 1 to %s copies, or add nodes"
              .formatted(
                  replicas(),
                  nodes().size(),
                  nodes().stream().map(NodePlan::name).collect(Collectors.joining(", ")),
                  nodes().size()));
    }
    if (!dataPath().matches("(/[A-Za-z0-9._-]+)+/?")) {
      Invalid.setting(
          "dataPath is '%s': give an absolute path of letters, digits and ._-"
              .formatted(dataPath()));
    }
    if (uiReplicas() < 0) {
      Invalid.setting("uiReplicas is %s: take 0 for none".formatted(uiReplicas()));
    }
    var names = new HashSet<String>();
    for (var job : jobs()) {
      if (!names.add(job.name())) {
        Invalid.setting("there are two jobs %s: name one differently".formatted(job.name()));
      }
      if (job.task() == LonghornJob.Task.BACKUP && backups().isEmpty()) {
        Invalid.setting(
            "job %s makes backups, and there is no bucket for them: set backups"
                .formatted(job.name()));
      }
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link LonghornProps}. */
  final class Builder extends ImmutableLonghornProps.Builder {}
}

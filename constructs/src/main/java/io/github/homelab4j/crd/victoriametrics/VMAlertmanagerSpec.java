package io.github.homelab4j.crd.victoriametrics;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import java.time.Duration;
import org.immutables.value.Value;

/** The spec of a {@link VMAlertmanager}. */
@Value.Immutable
public interface VMAlertmanagerSpec extends ReplicatedSpec {
  /** Whether every {@link VMAlertmanagerConfig} of every namespace is taken. */
  boolean selectAllByDefault();

  /** Whether a config's routes take alerts of all namespaces, not only of its own. */
  boolean disableNamespaceMatcher();

  /** How long silences and sent notifications are remembered. */
  Duration retention();

  /** Its volume. */
  Storage storage();

  /** A claim for each copy. */
  record Storage(Template volumeClaimTemplate) {}

  /** Its form. */
  record Template(PersistentVolumeClaimSpec spec) {}

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link VMAlertmanagerSpec}. */
  final class Builder extends ImmutableVMAlertmanagerSpec.Builder {}
}

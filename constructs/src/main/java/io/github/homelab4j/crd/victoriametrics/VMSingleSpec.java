package io.github.homelab4j.crd.victoriametrics;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The spec of a {@link VMSingle}. */
@Value.Immutable
public interface VMSingleSpec extends AppSpec {
  /** The port it listens on, as text. */
  String port();

  /** How long samples are kept, as {@code 30d}. */
  String retentionPeriod();

  /** Its volume. */
  PersistentVolumeClaimSpec storage();

  /** Command-line flags without the dash. */
  Map<String, String> extraArgs();

  /** What its Service carries. */
  Optional<ServiceForm> serviceSpec();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link VMSingleSpec}. */
  final class Builder extends ImmutableVMSingleSpec.Builder {}
}

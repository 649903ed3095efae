package io.github.homelab4j.crd.victoriametrics;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The spec of a {@link VMNodeScrape}. */
@Value.Immutable
public interface VMNodeScrapeSpec {
  /** The path. */
  String path();

  /** {@code http} or {@code https}. */
  String scheme();

  /** A file in the scraper's pod whose content authenticates it. */
  String bearerTokenFile();

  /** Whom to trust. */
  TlsConfig tlsConfig();

  /** Whether the target's own labels win over those of the scraper. */
  boolean honorLabels();

  /** Whether the target's own timestamps are kept. */
  boolean honorTimestamps();

  /** Changes of the target's labels. */
  List<Relabel> relabelConfigs();

  /** Changes of each sample's labels. */
  List<Relabel> metricRelabelConfigs();

  /** Certificates. */
  record TlsConfig(String caFile, boolean insecureSkipVerify) {}

  /** One change. */
  record Relabel(
      Optional<String> action,
      List<String> sourceLabels,
      Optional<String> regex,
      Optional<String> targetLabel,
      Optional<String> replacement) {
    /** Gives the target a label. */
    public static Relabel set(String targetLabel, String value) {
      return new Relabel(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.of(targetLabel),
          Optional.of(value));
    }

    /** Copies a label. */
    public static Relabel copy(String sourceLabel, String targetLabel) {
      return new Relabel(
          Optional.empty(),
          List.of(sourceLabel),
          Optional.empty(),
          Optional.of(targetLabel),
          Optional.empty());
    }

    /** Leaves labels out. */
    public static Relabel dropLabels(String regex) {
      return new Relabel(
          Optional.of("labeldrop"),
          List.of(),
          Optional.of(regex),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link VMNodeScrapeSpec}. */
  final class Builder extends ImmutableVMNodeScrapeSpec.Builder {}
}

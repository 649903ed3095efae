package io.github.homelab4j.crd.victoriametrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** The spec of a {@link VMAgent}. */
@Value.Immutable
public interface VMAgentSpec extends ReplicatedSpec {
  /** Whether every scrape object of every namespace is taken that no selector excludes. */
  boolean selectAllByDefault();

  /** How often targets are scraped that do not say so themselves. */
  Duration scrapeInterval();

  /** Labels of every sample. */
  Map<String, String> externalLabels();

  /** Where samples go. */
  List<RemoteWrite> remoteWrite();

  /** How samples wait for a target that does not answer. */
  RemoteWriteSettings remoteWriteSettings();

  /** A target. */
  record RemoteWrite(String url) {}

  /** The queue's size in bytes. */
  record RemoteWriteSettings(long maxDiskUsagePerURL) {}

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link VMAgentSpec}. */
  final class Builder extends ImmutableVMAgentSpec.Builder {}
}

package io.github.homelab4j.crd.victoriametrics;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** The spec of a {@link VMAlert}. */
@Value.Immutable
public interface VMAlertSpec extends ReplicatedSpec {
  /** Whether every rule object of every namespace is taken. */
  boolean selectAllByDefault();

  /** How often rules are evaluated that do not say so themselves. */
  Duration evaluationInterval();

  /** What rules are evaluated over. */
  Endpoint datasource();

  /** Where the state of alerts and the results of recording rules are written. */
  Endpoint remoteWrite();

  /** Where the state of alerts is read back after a restart. */
  Endpoint remoteRead();

  /** Who gets the alerts. */
  List<Notifier> notifiers();

  /** Command-line flags without the dash. */
  Map<String, String> extraArgs();

  /** A database. */
  record Endpoint(String url) {}

  /** Alertmanagers, found by their labels. */
  record Notifier(Selector selector) {
    /** Those with labels in a namespace. */
    public static Notifier of(Map<String, String> labels, String namespace) {
      var selected = new LabelSelectorBuilder().withMatchLabels(labels).build();
      return new Notifier(new Selector(selected, new Namespaces(List.of(namespace))));
    }
  }

  /** Labels and namespaces. */
  record Selector(LabelSelector labelSelector, Namespaces namespaceSelector) {}

  /** Namespaces by name. */
  record Namespaces(List<String> matchNames) {}

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link VMAlertSpec}. */
  final class Builder extends ImmutableVMAlertSpec.Builder {}
}

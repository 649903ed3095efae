package io.github.homelab4j.core;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pods that a chart runs, as far as they are known: which values tell their fields, and what the
 * templates fix. It is looked up in upstream's sources, never guessed; what is not said is not
 * known. What the pods take of their machine is always said in full: network, processes, memory,
 * folders and ports.
 *
 * @param kind what runs the pods, as {@code Deployment}
 * @param name its name
 * @param namespace its namespace
 * @param source the template, as {@code owner/repo@tag:path/of/file}
 * @param labels labels of the pods, as far as upstream keeps them from version to version
 * @param replicas how many pods there are; empty when the machines decide
 * @param settings fields of the pods' spec
 * @param containers the containers
 */
public record ChartWorkload(
    String kind,
    String name,
    String namespace,
    String source,
    Map<String, String> labels,
    Optional<ChartSetting> replicas,
    List<ChartSetting> settings,
    List<ChartContainer> containers) {
  private static final String REPLICAS = "/replicas";

  /** Keeps its own copies, labels sorted. */
  public ChartWorkload {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    settings = List.copyOf(settings);
    containers = List.copyOf(containers);
  }

  /** Pods of which nothing is known yet. */
  public static ChartWorkload of(String kind, String name, String namespace, String source) {
    return new ChartWorkload(
        kind, name, namespace, source, Map.of(), Optional.empty(), List.of(), List.of());
  }

  /** With these labels. */
  public ChartWorkload labelled(Map<String, String> more) {
    var all = new TreeMap<>(labels);
    all.putAll(more);
    return new ChartWorkload(kind, name, namespace, source, all, replicas, settings, containers);
  }

  /** As many as a value tells. */
  public ChartWorkload replicas(String path, int otherwise) {
    return replicas(ChartSetting.told(REPLICAS, path, Integer.toString(otherwise)));
  }

  /** Always as many. */
  public ChartWorkload replicas(int always) {
    return replicas(ChartSetting.fixed(REPLICAS, Integer.toString(always)));
  }

  private ChartWorkload replicas(ChartSetting setting) {
    return new ChartWorkload(
        kind, name, namespace, source, labels, Optional.of(setting), settings, containers);
  }

  /** With a field that a value tells, and its default in YAML. */
  public ChartWorkload told(String field, String path, String otherwise) {
    return with(ChartSetting.told(field, path, otherwise));
  }

  /** With a field that is always the same, in YAML. */
  public ChartWorkload fixed(String field, String always) {
    return with(ChartSetting.fixed(field, always));
  }

  /** Whose security context is told by a value, with its default in YAML. */
  public ChartWorkload security(String path, String otherwise) {
    return told("/securityContext", path, otherwise);
  }

  /** Whose security context is always the same, in YAML. */
  public ChartWorkload security(String always) {
    return fixed("/securityContext", always);
  }

  /** Spread over machines as a value tells; not at all by default. */
  public ChartWorkload spread(String path) {
    return told("/topologySpreadConstraints", path, "[]");
  }

  /** Kept together and apart as a value tells; not at all by default. */
  public ChartWorkload affinity(String path) {
    return told("/affinity", path, "{}");
  }

  /** Whose priority class is told by a value, with its default or {@code null}. */
  public ChartWorkload priority(String path, String otherwise) {
    return told("/priorityClassName", path, otherwise);
  }

  /** In the network of the machine when a value tells so. */
  public ChartWorkload hostNetwork(String path, boolean otherwise) {
    return told("/hostNetwork", path, Boolean.toString(otherwise));
  }

  /** In the network of the machine. */
  public ChartWorkload hostNetwork() {
    return fixed("/hostNetwork", "true");
  }

  /** With a volume that is a folder or file of the machine. */
  public ChartWorkload hostPath(String volume, String folder) {
    return fixed(
        "/volumes/" + volumes(), "{name: %s, hostPath: {path: %s}}".formatted(volume, folder));
  }

  /** With a volume that is a folder or file of the machine, which a value tells. */
  public ChartWorkload hostPath(String volume, String path, String otherwise) {
    return hostPath(volume, otherwise)
        .told("/volumes/" + volumes() + "/hostPath/path", path, otherwise);
  }

  private long volumes() {
    return settings.stream().filter(each -> each.field().matches("/volumes/\\d+")).count();
  }

  /** With these containers. */
  public ChartWorkload with(ChartContainer... more) {
    return new ChartWorkload(
        kind,
        name,
        namespace,
        source,
        labels,
        replicas,
        settings,
        Stream.concat(containers.stream(), Arrays.stream(more)).toList());
  }

  /** All settings, for those who look through them. */
  public Stream<ChartSetting> allSettings() {
    return Stream.of(
            replicas.stream(),
            settings.stream(),
            containers.stream().flatMap(container -> container.settings().stream()))
        .flatMap(some -> some);
  }

  private ChartWorkload with(ChartSetting setting) {
    return new ChartWorkload(
        kind,
        name,
        namespace,
        source,
        labels,
        replicas,
        Stream.concat(settings.stream(), Stream.of(setting)).toList(),
        containers);
  }
}

package io.github.homelab4j.core;

import io.github.homelab4j.unit.Port;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Something that a chart or operator creates and others rely on. It is looked up in upstream's
 * sources, never guessed. What is not said of it is not known.
 *
 * @param kind its kind, as {@code Service}
 * @param name its name
 * @param namespace its namespace, or empty
 * @param source where it stands, as {@code owner/repo@tag:path/of/file}
 * @param ports of a Service, or of the pods of a workload
 * @param keys of a Secret or ConfigMap
 * @param labels its own labels, as far as upstream keeps them from version to version
 * @param selector labels of the pods that it selects: of a Service, a budget, a workload
 * @param budget of a PodDisruptionBudget
 * @param detail what has no type, or empty
 */
public record ChartFact(
    String kind,
    String name,
    String namespace,
    String source,
    List<NamedPort> ports,
    List<String> keys,
    Map<String, String> labels,
    Map<String, String> selector,
    Optional<Budget> budget,
    String detail) {
  /** Keeps its own copies, labels sorted. */
  public ChartFact {
    ports = List.copyOf(ports);
    keys = List.copyOf(keys);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    selector = Collections.unmodifiableMap(new TreeMap<>(selector));
  }

  /** Something of which nothing more is known. */
  public static ChartFact of(String kind, String name, String namespace, String source) {
    return new ChartFact(
        kind,
        name,
        namespace,
        source,
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        "");
  }

  /** With a port of this name, on which the pods listen too; the name is empty when it has none. */
  public ChartFact port(String portName, int number) {
    return port(portName, number, number);
  }

  /** With a port of this name that leads to another port of the pods. */
  public ChartFact port(String portName, int number, int target) {
    var added = new NamedPort(portName, Port.of(number), Port.of(target));
    return with(Stream.concat(ports.stream(), Stream.of(added)).toList(), keys, labels, selector);
  }

  /** With these keys. */
  public ChartFact keys(String... more) {
    var all = new ArrayList<>(keys);
    all.addAll(Arrays.asList(more));
    return with(ports, all, labels, selector);
  }

  /** With these labels of its own. */
  public ChartFact labelled(Map<String, String> more) {
    return with(ports, keys, merged(labels, more), selector);
  }

  /** Selecting pods with these labels. */
  public ChartFact selects(Map<String, String> more) {
    return with(ports, keys, labels, merged(selector, more));
  }

  /** With these labels, selecting pods with the same. */
  public ChartFact labelledAsPods(Map<String, String> both) {
    return labelled(both).selects(both);
  }

  /** A budget that keeps so many pods, as {@code 1} or {@code 50%}. */
  public ChartFact minAvailable(String pods) {
    return with(new Budget(Optional.of(pods), Optional.empty()), detail);
  }

  /** A budget that lets so many pods go, as {@code 1} or {@code 50%}. */
  public ChartFact maxUnavailable(String pods) {
    return with(new Budget(Optional.empty(), Optional.of(pods)), detail);
  }

  /** With what has no type. */
  public ChartFact detail(String text) {
    return with(budget.orElse(null), text);
  }

  private ChartFact with(
      List<NamedPort> newPorts,
      List<String> newKeys,
      Map<String, String> newLabels,
      Map<String, String> newSelector) {
    return new ChartFact(
        kind, name, namespace, source, newPorts, newKeys, newLabels, newSelector, budget, detail);
  }

  private ChartFact with(Budget newBudget, String newDetail) {
    return new ChartFact(
        kind,
        name,
        namespace,
        source,
        ports,
        keys,
        labels,
        selector,
        Optional.ofNullable(newBudget),
        newDetail);
  }

  private static Map<String, String> merged(Map<String, String> some, Map<String, String> more) {
    var all = new TreeMap<>(some);
    all.putAll(more);
    return all;
  }

  /**
   * A port.
   *
   * @param name its name, or empty
   * @param number its number
   * @param target the port of the pods
   */
  public record NamedPort(String name, Port number, Port target) {}

  /**
   * What a PodDisruptionBudget allows; one of the two is there.
   *
   * @param minAvailable how many pods stay, as a number or in percent
   * @param maxUnavailable how many pods may go, as a number or in percent
   */
  public record Budget(Optional<String> minAvailable, Optional<String> maxUnavailable) {}
}

package io.github.homelab4j.core;

import java.util.List;
import java.util.stream.Stream;

/**
 * A container of a {@link ChartWorkload}, as far as it is known.
 *
 * @param name its name
 * @param first whether it prepares the pod and ends before the others start
 * @param settings its fields
 */
public record ChartContainer(String name, boolean first, List<ChartSetting> settings) {
  private static final String SECURITY = "/securityContext";
  private static final String RESOURCES = "/resources";

  /** Keeps its own copy. */
  public ChartContainer {
    settings = List.copyOf(settings);
  }

  /** A container. */
  public static ChartContainer of(String name) {
    return new ChartContainer(name, false, List.of());
  }

  /** A container that prepares the pod. */
  public static ChartContainer first(String name) {
    return new ChartContainer(name, true, List.of());
  }

  /** Whose resources are told by a value; none by default. */
  public ChartContainer resources(String path) {
    return resources(path, "{}");
  }

  /** Whose resources are told by a value, with its default in YAML. */
  public ChartContainer resources(String path, String otherwise) {
    return with(ChartSetting.told(RESOURCES, path, otherwise));
  }

  /** Whose security context is told by a value, with its default in YAML. */
  public ChartContainer security(String path, String otherwise) {
    return with(ChartSetting.told(SECURITY, path, otherwise));
  }

  /** Whose security context is always the same, in YAML. */
  public ChartContainer security(String always) {
    return fixed(SECURITY, always);
  }

  /** With a port; {@code null} as name for none. */
  public ChartContainer port(String portName, int number) {
    var count = settings.stream().filter(setting -> setting.field().startsWith("/ports/")).count();
    return fixed("/ports/" + count, "{name: %s, containerPort: %s}".formatted(portName, number));
  }

  /** With a volume of the machine in it. */
  public ChartContainer mounts(String volume, boolean readOnly) {
    return fixed(
        "/volumeMounts/" + count("/volumeMounts/"),
        "{name: %s, readOnly: %s}".formatted(volume, readOnly));
  }

  /** With a field that is always the same, in YAML. */
  public ChartContainer fixed(String field, String always) {
    return with(ChartSetting.fixed(field, always));
  }

  /** With a field that is told by a value, and its default in YAML. */
  public ChartContainer told(String field, String path, String otherwise) {
    return with(ChartSetting.told(field, path, otherwise));
  }

  /** With a readiness probe. */
  public ChartContainer ready() {
    return fixed("/readinessProbe", "{}");
  }

  /** With a liveness probe. */
  public ChartContainer alive() {
    return fixed("/livenessProbe", "{}");
  }

  private long count(String list) {
    return settings.stream().filter(setting -> setting.field().startsWith(list)).count();
  }

  private ChartContainer with(ChartSetting setting) {
    return new ChartContainer(
        name, first, Stream.concat(settings.stream(), Stream.of(setting)).toList());
  }
}

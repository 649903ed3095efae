package io.github.homelab4j.graph;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Flux handles as one: a component, a chart that is not one of ours, or the twins of another
 * cluster's services.
 */
public final class Unit {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final String name;
  private final String namespace;
  private final Component component;
  private final Origin origin;
  private final Part app = new Part(this, false);
  private final Part config = new Part(this, true);

  private Unit(String name, String namespace, Component component, Origin origin) {
    this.name = name;
    this.namespace = namespace;
    this.component = component;
    this.origin = origin;
  }

  static Unit of(Component component) {
    return new Unit(component.id(), component.targetNamespace(), component, component.origin());
  }

  static Unit of(String name, String namespace, Origin origin) {
    return new Unit(name, namespace, null, origin);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The namespace whose folder it is in. */
  public String namespace() {
    return namespace;
  }

  /** The component, unless it is a foreign chart or twins. */
  public Optional<Component> component() {
    return Optional.ofNullable(component);
  }

  /** Whether it runs outside Kubernetes. */
  public boolean isOutside() {
    return component instanceof HostComponent;
  }

  /** The line of the stack that caused it. */
  public Origin origin() {
    return origin;
  }

  /** What installs it. */
  public Part app() {
    return app;
  }

  /** The custom resources of what it installs. */
  public Part config() {
    return config;
  }

  /** The parts that hold something; the app is always first. */
  public List<Part> parts() {
    return config.objects().isEmpty()
        ? List.of(app)
        : app.objects().isEmpty() ? List.of(config) : List.of(app, config);
  }

  /** The part that is ready last: what depends on the unit waits for it. */
  public Part last() {
    return config.objects().isEmpty() ? app : config;
  }

  /** All objects. */
  public Stream<Emitted> objects() {
    return Stream.concat(app.objects().stream(), config.objects().stream());
  }

  /** How long each part may take. */
  public Duration timeout() {
    return component == null ? TIMEOUT : component.timeout();
  }

  /** What decides whether the app is ready; when empty, everything that was applied. */
  public List<HealthCheck> healthChecks() {
    return component == null ? List.of() : component.healthChecks();
  }

  /** The class it was made from, for the head of its files. */
  public String source() {
    return component == null ? origin.file() : component.getClass().getName();
  }
}

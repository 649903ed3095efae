package io.github.homelab4j.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is true of a component wherever it runs. Stands on each component class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComponentInfo {
  /**
   * Upstream's own name in kebab case; also the key of its chart in {@code versions.yaml} unless
   * {@link #chart} says otherwise.
   */
  String name();

  /** Its field. */
  Domain domain();

  /** Where its documentation is. */
  String upstream();

  /** The namespace that upstream documents for it; none for what runs outside Kubernetes. */
  String namespace() default "";

  /** The strictest Pod Security level that its pods pass. */
  PodSecurity podSecurity() default PodSecurity.RESTRICTED;

  /** The chart's key in {@code versions.yaml}, when it is not {@link #name}. */
  String chart() default "";

  /**
   * API groups whose custom resource definitions it installs, as {@code ceph.rook.io}: it is their
   * only owner in a cluster.
   */
  String[] installs() default {};

  /**
   * API groups of other components that the templates of its chart, or its operator, emit kinds of,
   * as {@code monitoring.coreos.com} for a ServiceMonitor. Kinds that the component itself emits
   * need not be named.
   */
  String[] uses() default {};

  /** What the whole cluster rests on it for; nothing by default. */
  Foundation foundation() default Foundation.NONE;

  /**
   * How long it may take to become ready, as {@code 5m}; longer for what starts slowly (Ceph,
   * databases, GitLab).
   */
  String timeout() default "5m";
}

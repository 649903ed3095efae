package io.github.homelab4j.kube;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How Flux tells the health of a kind whose status has no {@code Ready} condition: CEL over the
 * object, as {@code healthCheckExprs} of a Kustomization takes them.
 *
 * @see <a
 *     href="https://fluxcd.io/flux/components/kustomize/kustomizations/#health-check-expressions">Health
 *     check expressions</a>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Health {
  /**
   * A {@code Ready} condition, demanded: without this a kind counts as ready as long as its
   * controller has not written a status.
   */
  String READY = "status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')";

  /** True when it is ready. */
  String current();

  /** True while it is on its way. */
  String inProgress() default "";

  /** True when it has failed. */
  String failed() default "";
}

package io.github.homelab4j.crd.monitoring;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusSpec;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;

/**
 * A Prometheus: what scrapes targets, keeps their samples and evaluates rules.
 *
 * <p>Its volumes stay when it is deleted: they belong to claims of a StatefulSet.
 *
 * @see <a
 *     href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Prometheus">Prometheus</a>
 */
@Group("monitoring.coreos.com")
@Version("v1")
@Kind("Prometheus")
@Health(current = "status.conditions.exists(c, c.type == 'Available' && c.status == 'True')")
public final class Prometheus extends CustomResource<PrometheusSpec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Prometheus(ObjectMeta metadata, PrometheusSpec spec) {
    super(metadata, spec);
  }
}

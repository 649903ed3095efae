package io.github.homelab4j.crd.monitoring;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.fabric8.openshift.api.model.monitoring.v1.AlertmanagerSpec;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;

/**
 * An Alertmanager: what groups, silences and sends alerts.
 *
 * <p>Its volumes stay when it is deleted: they belong to claims of a StatefulSet.
 *
 * @see <a
 *     href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Alertmanager">Alertmanager</a>
 */
@Group("monitoring.coreos.com")
@Version("v1")
@Kind("Alertmanager")
@Health(current = "status.conditions.exists(c, c.type == 'Available' && c.status == 'True')")
public final class Alertmanager extends CustomResource<AlertmanagerSpec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Alertmanager(ObjectMeta metadata, AlertmanagerSpec spec) {
    super(metadata, spec);
  }
}

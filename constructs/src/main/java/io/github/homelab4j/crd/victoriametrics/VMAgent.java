package io.github.homelab4j.crd.victoriametrics;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;

/**
 * A scraper that writes what it collects to a database.
 *
 * <p>Its health is {@code operational} only. {@code failed} is not told as a failure: the operator
 * says so, too, when a pod needs longer than 80 s, and tries again.
 *
 * @see <a href="https://docs.victoriametrics.com/operator/resources/vmagent/">VMAgent</a>
 */
@Group("operator.victoriametrics.com")
@Version("v1beta1")
@Kind("VMAgent")
@Health(current = "status.updateStatus == 'operational'")
public final class VMAgent extends CustomResource<VMAgentSpec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public VMAgent(ObjectMeta metadata, VMAgentSpec spec) {
    super(metadata, spec);
  }
}

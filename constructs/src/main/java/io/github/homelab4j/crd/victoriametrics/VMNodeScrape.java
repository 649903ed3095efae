package io.github.homelab4j.crd.victoriametrics;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;

/**
 * Scrapes a path of every node's kubelet.
 *
 * @see <a href="https://docs.victoriametrics.com/operator/resources/vmnodescrape/">VMNodeScrape</a>
 */
@Group("operator.victoriametrics.com")
@Version("v1beta1")
@Kind("VMNodeScrape")
public final class VMNodeScrape extends CustomResource<VMNodeScrapeSpec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public VMNodeScrape(ObjectMeta metadata, VMNodeScrapeSpec spec) {
    super(metadata, spec);
  }
}

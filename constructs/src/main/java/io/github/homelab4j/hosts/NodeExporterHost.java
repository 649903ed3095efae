package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.plan.Machine;
import software.constructs.Construct;

/**
 * node_exporter on a machine outside Kubernetes: metrics of its processors, memory, disks and
 * network.
 *
 * <p>Provides {@link #metrics}. It answers whoever reaches it: its port is the firewall's business.
 */
@ComponentInfo(
    name = "node-exporter-host",
    domain = Domain.HOSTS,
    upstream = "https://github.com/prometheus/node_exporter")
public final class NodeExporterHost extends HostComponent {
  private final NodeExporterHostProps props;

  /** Stores its settings. */
  public NodeExporterHost(Construct scope, String id, NodeExporterHostProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where Prometheus finds its metrics. */
  public HostServiceRef metrics() {
    return HostServiceRef.providedBy(this, props.host(), props.service(), Loss.DEGRADES);
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING
        .withPackages("prometheus-node-exporter")
        // Debian's unit reloads by a signal that ends it.
        .withCommands("systemctl restart prometheus-node-exporter.service")
        .withStarted("prometheus-node-exporter.service");
  }

  @Override
  protected void define(HostFiles out) {
    out.add(
        props.host(),
        "etc/default/prometheus-node-exporter",
        FileKind.ENVIRONMENT,
        // Debian's unit does not wait for the machine's address, and gives up within a second.
        "ARGS='--web.listen-address=:%s'".formatted(metrics().port()));
  }
}

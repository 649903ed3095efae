package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.plan.NodePlan;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * Talos Linux on the machines of a cluster: for each, a patch of the configuration that {@code
 * talosctl gen config} makes, the schematic of its image, and the command that upgrades it.
 *
 * <p>The patch holds everything but secrets, which are made once, kept encrypted, and given to
 * {@code gen config} with it. A configuration is always made anew from both: lists of a patch would
 * grow each time it is put on a running machine.
 */
@ComponentInfo(
    name = "talos-machines",
    domain = Domain.HOSTS,
    upstream = "https://docs.siderolabs.com/talos/v1.12/")
public final class TalosMachines extends HostComponent {
  /** The patch in the folder of each machine. */
  public static final String PATCH = "machine.yaml";

  private final TalosMachinesProps props;

  /** Stores its settings. */
  public TalosMachines(Construct scope, String id, TalosMachinesProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<NodePlan> machines() {
    return props.plan().nodes();
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Talos %s: %s in the folder of each machine is a patch for `talosctl gen config %s %s --with-secrets …`; `upgrade.sh` beside it brings the machine to that version, `upgrade-kubernetes.sh` all machines to Kubernetes %s."
            .formatted(
                props.talos().version(),
                PATCH,
                props.plan().name(),
                TalosCluster.Endpoint.of(props.plan()).endpoint(),
                TalosCluster.kubernetes(props)));
  }

  @Override
  protected void define(HostFiles out) {
    for (var node : props.plan().nodes()) {
      out.add(node, PATCH, FileKind.TALOS_PATCH, patch(node));
      out.add(
          node,
          "schematic.yaml",
          FileKind.TALOS_SCHEMATIC,
          TalosSchematic.of(props.talos()).text());
      out.add(node, "upgrade.sh", FileKind.SHELL, TalosUpgrade.machine(props, node));
    }
    props.plan().nodes().stream()
        .filter(NodePlan::controlPlane)
        .findFirst()
        .ifPresent(
            node ->
                out.add(
                    node,
                    "upgrade-kubernetes.sh",
                    FileKind.SHELL,
                    TalosUpgrade.kubernetes(props, node)));
  }

  private String patch(NodePlan node) {
    var documents = new ArrayList<Record>();
    documents.add(new Config(TalosMachine.of(props, node), TalosCluster.of(props, node)));
    documents.addAll(TalosNetwork.of(props, node));
    documents.addAll(TalosVolumes.of(node));
    return HostYaml.documents(documents);
  }

  record Config(TalosMachine machine, TalosCluster cluster) {}
}

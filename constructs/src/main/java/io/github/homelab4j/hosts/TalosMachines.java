package io.github.homelab4j.hosts;

import io.github.homelab4j.core.BringUp;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.plan.NodePlan;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * Talos Linux on the machines of a cluster: for each, a patch of the configuration that {@code
 * talosctl gen config} makes, the schematic of its image, and the commands that install and
 * upgrade.
 *
 * <p>The patch holds everything but secrets, which are made once, kept encrypted, and given to
 * {@code gen config} with it. A configuration is always made anew from both: lists of a patch would
 * grow each time it is put on a running machine.
 */
@ComponentInfo(
    name = "talos-machines",
    domain = Domain.HOSTS,
    upstream = "https://docs.siderolabs.com/talos/v1.12/",
    foundation = Foundation.KUBERNETES)
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
  public List<BringUp> bringUp() {
    return control().stream()
        .limit(1)
        .map(
            first ->
                BringUp.of(
                    "Gives machines that were started from an image of their `schematic.yaml` their configuration, and starts Kubernetes. TALOS_SECRETS names the decrypted output of talosctl gen secrets.",
                    "sh ../hosts/%s/install.sh --new".formatted(first.name())))
        .toList();
  }

  private List<NodePlan> control() {
    return props.plan().nodes().stream().filter(NodePlan::controlPlane).toList();
  }

  @Override
  public List<String> notes() {
    return List.of(
        "`install.sh` of the first machine makes the cluster of machines that were started from an image of their `schematic.yaml`; it needs what `talosctl gen secrets` made once, which is yours to keep.",
        "`upgrade.sh` of each machine brings it to Talos %s, one after the other; then `upgrade-kubernetes.sh` of the first brings all to Kubernetes %s."
            .formatted(props.talos().version(), TalosCluster.kubernetes(props)));
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
    var control = control();
    if (!control.isEmpty()) {
      var first = control.get(0);
      out.add(first, "install.sh", FileKind.SHELL, TalosInstall.script(props, control));
      out.add(
          first, "upgrade-kubernetes.sh", FileKind.SHELL, TalosUpgrade.kubernetes(props, first));
    }
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

package io.github.homelab4j.bootstrap;

import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.core.BringUp;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Phase -1: what runs outside Kubernetes, up to the API that answers. */
final class Machines {
  private static final String RECIPE = "machines";

  private Machines() {}

  static Phase phase(ClusterModel cluster, StartGraph graph) {
    var hosts = graph.order(cluster).stream().filter(Unit::isOutside).toList();
    var scripts = new ArrayList<Script>();
    var steps = new ArrayList<String>();
    for (var unit : hosts) {
      var component = (HostComponent) unit.component().orElseThrow();
      var machines =
          component.machines().stream()
              .map(machine -> machine.name())
              .collect(Collectors.joining(", "));
      if (component.bringUp().isEmpty()) {
        var files =
            component.machines().stream()
                .map(machine -> "[hosts/%1$s](../hosts/%1$s/)".formatted(machine.name()))
                .collect(Collectors.joining(", "));
        steps.add(
            "%s: put its files in place, by hand or by playbook: %s."
                .formatted(unit.name(), files));
      } else {
        var script =
            new Script("bring-up-" + unit.name(), "%s, on %s.".formatted(unit.name(), machines));
        component.bringUp().forEach(step -> add(script, step));
        scripts.add(script);
        steps.add(
            "%s (%s), `just %s`: %s"
                .formatted(
                    unit.name(),
                    machines,
                    script.name(),
                    component.bringUp().stream()
                        .map(BringUp::what)
                        .collect(Collectors.joining(" "))));
      }
    }
    var own =
        new Script(RECIPE, "Phase -1: the machines run Kubernetes, and are those of the plan.")
            .after("tools")
            .after(scripts.stream().map(Script::name).toList())
            .shell()
            .line(WAIT)
            .line("within 900 kubectl get --raw=/readyz")
            .line(
                "for node in %s; do"
                    .formatted(
                        cluster.cluster().plan().nodes().stream()
                            .map(node -> node.name())
                            .collect(Collectors.joining(" "))))
            .line("    within 900 kubectl get node \"$node\"")
            .line("done");
    scripts.add(own);
    scripts.add(rightCluster(cluster));
    return new Phase(
        "-1",
        RECIPE,
        "Machines",
        "The machines run Kubernetes. They are not ready yet: there is no network of pods. Every later phase first makes sure that `kubectl` talks to the machines of the plan and to no others.",
        steps,
        List.of("kubectl get nodes --output=wide"),
        scripts);
  }

  private static final String WAIT =
      """
      # Seconds, and a command that is tried until it succeeds.
      within() {
          local end=$((SECONDS + $1))
          shift
          until "$@" >/dev/null 2>&1; do
              if ((SECONDS > end)); then
                  echo "Not in time: $*" >&2
                  return 1
              fi
              sleep 5
          done
      }""";

  // The context of kubectl is the owner's, and there may be several clusters.
  private static Script rightCluster(ClusterModel cluster) {
    return new Script("_cluster", "Whether kubectl talks to this cluster and no other.")
        .shell()
        .line(
            "for node in %s; do"
                .formatted(
                    cluster.cluster().plan().nodes().stream()
                        .map(node -> node.name() + "=" + node.address())
                        .collect(Collectors.joining(" "))))
        .line(
            """
                name=${node%%%%=*} address=${node#*=}
                if ! found=$(kubectl get node "$name" --output=jsonpath='{.status.addresses[*].address}'); then
                    echo "kubectl does not know machine $name: point it at cluster %1$s." >&2
                    exit 1
                fi
                if [[ " $found " != *" $address "* ]]; then
                    echo "Machine $name has the addresses $found, but the plan says $address: point kubectl at cluster %1$s." >&2
                    exit 1
                fi
            done"""
                .formatted(cluster.id()));
  }

  private static void add(Script script, BringUp step) {
    script.line("# " + step.what());
    step.commands().forEach(script::line);
  }
}

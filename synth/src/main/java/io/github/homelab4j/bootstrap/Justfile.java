package io.github.homelab4j.bootstrap;

import io.github.homelab4j.graph.ClusterModel;
import java.util.List;
import java.util.stream.Collectors;

/** {@code justfile}: the phases as recipes. */
final class Justfile {
  private static final String TOOLS =
      """
      missing=0
      # A program, its oldest version that works, and what makes it say its own.
      need() {
          local found
          if ! command -v "$1" >/dev/null; then
              echo "$1 is not installed: $2 or newer is needed." >&2
              missing=1
              return
          fi
          found=$("${@:3}" 2>/dev/null | grep -oE '[0-9]+\\.[0-9]+\\.[0-9]+' | head -n 1 || true)
          if [[ $(printf '%s\\n' "$2" "$found" | sort -V | head -n 1) != "$2" ]]; then
              echo "$1 is version ${found:-unknown}: $2 or newer is needed." >&2
              missing=1
          fi
      }""";

  private Justfile() {}

  static String of(ClusterModel cluster, List<Tools.Tool> tools, List<Phase> phases) {
    var text = new StringBuilder();
    text.append(
        "# From %s: change the stack, not this file.\n"
            .formatted(cluster.cluster().getClass().getName()));
    text.append(
        "# Brings cluster %s to the point where Flux takes over; README.md says what each phase does.\n\n"
            .formatted(cluster.id()));
    text.append("set shell := [\"bash\", \"-euo\", \"pipefail\", \"-c\"]\n\n");
    text.append(
            new Script("default", "Lists the recipes.")
                .line("@just --justfile '{{ justfile() }}' --list --unsorted"))
        .append('\n');
    var all =
        new Script("all", "All phases, in their order.")
            .after("tools")
            .after(phases.stream().map(Phase::recipe).toList());
    text.append(all).append('\n');
    var script =
        new Script("tools", "Whether the programs that the phases call are there.")
            .shell()
            .line(TOOLS);
    tools.forEach(
        tool -> script.line("need %s %s %s".formatted(tool.name(), tool.oldest(), tool.version())));
    text.append(script.line("exit \"$missing\"")).append('\n');
    text.append(
        phases.stream()
            .flatMap(phase -> phase.scripts().stream())
            .map(Script::toString)
            .collect(Collectors.joining("\n")));
    return text.toString();
  }
}

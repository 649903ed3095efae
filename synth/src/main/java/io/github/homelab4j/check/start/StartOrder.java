package io.github.homelab4j.check.start;

import io.github.homelab4j.graph.Unit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts units after what they need; what is left free stays in the order in which it is given. */
final class StartOrder {
  private final Map<String, Unit> units;
  private final Function<String, ? extends Collection<String>> needs;
  private final Set<Unit> done = new LinkedHashSet<>();
  private final Set<String> open = new HashSet<>();

  /** Of these, by path; needs of others are not looked at. */
  StartOrder(Map<String, Unit> units, Function<String, ? extends Collection<String>> needs) {
    this.units = units;
    this.needs = needs;
  }

  List<Unit> list() {
    units.keySet().forEach(this::visit);
    return List.copyOf(done);
  }

  // A cycle is another rule's business.
  private void visit(String path) {
    if (units.containsKey(path) && open.add(path)) {
      needs.apply(path).forEach(this::visit);
      done.add(units.get(path));
    }
  }
}

package io.github.homelab4j.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Cycles of a directed graph, by Tarjan's strongly connected components. */
public final class Cycles {
  private final SortedMap<String, ? extends Collection<String>> edges;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> stack = new ArrayDeque<>();
  private final Set<String> open = new HashSet<>();
  private final List<List<String>> found = new ArrayList<>();

  private Cycles(SortedMap<String, ? extends Collection<String>> edges) {
    this.edges = edges;
  }

  /**
   * One shortest cycle of each component that has any: its members in their order, the first again
   * at the end.
   */
  public static List<List<String>> of(SortedMap<String, ? extends Collection<String>> edges) {
    var cycles = new Cycles(edges);
    edges.keySet().stream().filter(name -> !cycles.index.containsKey(name)).forEach(cycles::visit);
    return cycles.found;
  }

  private void visit(String name) {
    index.put(name, index.size());
    low.put(name, index.get(name));
    stack.push(name);
    open.add(name);
    for (var next : next(name)) {
      if (!index.containsKey(next)) {
        visit(next);
        low.merge(name, low.get(next), Math::min);
      } else if (open.contains(next)) {
        low.merge(name, index.get(next), Math::min);
      }
    }
    if (low.get(name).equals(index.get(name))) {
      close(name);
    }
  }

  private void close(String root) {
    var members = new TreeSet<String>();
    String member;
    do {
      member = stack.pop();
      open.remove(member);
      members.add(member);
    } while (!member.equals(root));
    if (members.size() > 1 || next(root).contains(root)) {
      found.add(
          members.stream()
              .map(start -> shortest(start, members))
              .min(Comparator.comparingInt(List::size))
              .orElseThrow());
    }
  }

  // Breadth first from a member back to itself, without leaving the component.
  private List<String> shortest(String start, TreeSet<String> members) {
    var from = new HashMap<String, String>();
    var queue = new ArrayDeque<>(List.of(start));
    while (!from.containsKey(start)) {
      var name = queue.pop();
      for (var next : next(name)) {
        if (members.contains(next) && from.putIfAbsent(next, name) == null) {
          queue.add(next);
        }
      }
    }
    var path = new ArrayDeque<>(List.of(start));
    var name = from.get(start);
    while (!name.equals(start)) {
      path.push(name);
      name = from.get(name);
    }
    path.push(start);
    return List.copyOf(path);
  }

  private Collection<String> next(String name) {
    var next = edges.get(name);
    return next == null ? List.of() : next;
  }
}

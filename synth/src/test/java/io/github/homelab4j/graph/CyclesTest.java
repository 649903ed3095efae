package io.github.homelab4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** On graphs of any shape: what waits only for earlier ones has no cycle, until one is planted. */
class CyclesTest {
  @Property
  void nothing_is_found_where_everything_waits_for_what_came_before(
      @ForAll @IntRange(min = 1, max = 40) int nodes, @ForAll long seed) {
    assertThat(Cycles.of(graph(nodes, new Random(seed)))).isEmpty();
  }

  @Property
  void a_planted_cycle_is_found_and_what_is_printed_is_a_cycle(
      @ForAll @IntRange(min = 1, max = 40) int nodes,
      @ForAll @IntRange(min = 1, max = 8) int length,
      @ForAll long seed) {
    var random = new Random(seed);
    var graph = graph(nodes, random);
    var members = plant(graph, Math.min(length, nodes), random);

    var cycles = Cycles.of(graph);

    assertThat(cycles).hasSize(1);
    var cycle = cycles.get(0);
    assertThat(cycle.get(0)).isEqualTo(cycle.get(cycle.size() - 1));
    assertThat(cycle.subList(1, cycle.size())).doesNotHaveDuplicates();
    assertThat(IntStream.range(1, cycle.size()))
        .allMatch(i -> graph.get(cycle.get(i - 1)).contains(cycle.get(i)));
    assertThat(members).containsAnyElementsOf(cycle);
  }

  @Property
  void cycles_that_share_nothing_are_found_one_by_one(
      @ForAll @IntRange(min = 1, max = 6) int cycles, @ForAll long seed) {
    var random = new Random(seed);
    var all = new TreeMap<String, Set<String>>();
    for (int i = 0; i < cycles; i++) {
      var graph = graph(1 + random.nextInt(9), random);
      plant(graph, 1 + random.nextInt(graph.size()), random);
      var prefix = "g%s-".formatted(i);
      graph.forEach(
          (name, next) ->
              all.put(
                  prefix + name,
                  next.stream()
                      .map(prefix::concat)
                      .collect(Collectors.toCollection(TreeSet::new))));
    }
    assertThat(Cycles.of(all)).hasSize(cycles);
  }

  // Each node waits for some of those before it, and perhaps for one that is not there.
  private static SortedMap<String, Set<String>> graph(int nodes, Random random) {
    var graph = new TreeMap<String, Set<String>>();
    for (int i = 0; i < nodes; i++) {
      var next = new TreeSet<String>();
      for (int j = 0; j < i; j++) {
        if (random.nextInt(4) == 0) {
          next.add(name(j));
        }
      }
      if (random.nextInt(10) == 0) {
        next.add("elsewhere");
      }
      graph.put(name(i), next);
    }
    return graph;
  }

  // Some nodes in a ring, in the direction in which they wait anyway: no second cycle comes of it.
  private static List<String> plant(
      SortedMap<String, Set<String>> graph, int length, Random random) {
    var numbers = random.ints(0, graph.size()).distinct().limit(length).boxed().sorted().toList();
    var members = numbers.stream().map(CyclesTest::name).toList();
    for (int i = 0; i < members.size(); i++) {
      graph.get(members.get((i + 1) % members.size())).add(members.get(i));
    }
    return members;
  }

  private static String name(int number) {
    return "n%s".formatted(number);
  }
}

package io.github.homelab4j.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Operator;
import io.github.homelab4j.example.Settings;
import io.github.homelab4j.example.Stack;
import io.github.homelab4j.example.Workload;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written follows from what a homelab is, not from how it was put together. */
class SameBytesTest {
  private static final List<String> STACKS = List.of("one", "two");
  private static final List<String> COMPONENTS = List.of("operator", "workload");

  @Test
  void one_thread_writes_what_eight_do() {
    var alone = synthesize(new Composed(STACKS, COMPONENTS), 1);
    var together = synthesize(new Composed(STACKS, COMPONENTS), 8);
    assertThat(alone.files().get("one")).hasSizeGreaterThan(10);
    assertThat(together.files()).isEqualTo(alone.files());
    assertThat(together.rootFiles()).isEqualTo(alone.rootFiles());
  }

  @Test
  void stacks_in_another_order_are_the_same_files() {
    var one = synthesize(new Composed(STACKS, COMPONENTS), 2);
    var other = synthesize(new Composed(List.of("two", "one"), COMPONENTS), 2);
    assertThat(other.files()).isEqualTo(one.files());
    assertThat(other.rootFiles()).isEqualTo(one.rootFiles());
  }

  @Test
  void components_in_another_order_are_the_same_files() {
    var one = synthesize(new Composed(STACKS, List.of("operator", "workload")), 2);
    var other = synthesize(new Composed(STACKS, List.of("workload", "operator")), 2);
    assertThat(other.files()).isEqualTo(one.files());
    assertThat(other.rootFiles()).isEqualTo(one.rootFiles());
  }

  private static Synthesis synthesize(Homelab homelab, int threads) {
    return Synthesizer.synthesize(
        homelab, Optional.empty(), Optional.empty(), new Timings(), Jobs.of(threads));
  }

  private static final class Composed extends Homelab {
    Composed(List<String> stacks, List<String> components) {
      this(stacks, components, new ExampleHomelab().plan());
    }

    private Composed(List<String> stacks, List<String> components, HomelabPlan plan) {
      super(plan);
      for (var name : stacks) {
        var stack = new Stack(this, name);
        components.forEach(component -> compose(stack, component));
      }
    }

    // Each has its line, whoever comes first.
    private static void compose(Stack stack, String component) {
      if (component.equals("operator")) {
        new Operator(stack, component, Settings.none().widgets(2));
      } else {
        new Workload(stack, component, Settings.none().widgets(9));
      }
    }
  }
}

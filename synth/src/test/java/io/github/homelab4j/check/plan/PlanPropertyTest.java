package io.github.homelab4j.check.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.rule.PlanRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Random plans: what is wrong is found, and nothing else. */
class PlanPropertyTest {
  @Property(tries = 150)
  void networks_overlap_in_the_pairs_that_share_numbers_and_in_no_others(
      @ForAll @Size(min = 1, max = 7) List<@From("blocks") Block> blocks) {
    var plan = new TestPlan();
    for (int i = 0; i < blocks.size(); i++) {
      plan.with(Network.lan("n" + i, blocks.get(i).text()));
    }
    var expected = new ArrayList<String>();
    for (int i = 0; i < blocks.size(); i++) {
      for (int j = i + 1; j < blocks.size(); j++) {
        if (blocks.get(i).shares(blocks.get(j))) {
          expected.add("n%s n%s".formatted(j, i));
        }
      }
    }
    assertThat(of(plan, PlanRule.RANGES_OVERLAP))
        .extracting(PlanPropertyTest::pair)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String pair(String message) {
    return message.replaceAll("network (n\\d) \\(.*\\) and network (n\\d) \\(.*", "$1 $2");
  }

  @Property(tries = 150)
  void pools_overlap_when_they_share_numbers(
      @ForAll @IntRange(min = 40, max = 240) int first,
      @ForAll @IntRange(min = 0, max = 10) int size,
      @ForAll @IntRange(min = 40, max = 240) int second,
      @ForAll @IntRange(min = 0, max = 10) int other) {
    var plan =
        TestPlan.of(
            TestPlan.one().addPools(pool("one", first, size)).build(),
            TestPlan.two().addPools(pool("two", second, other)).build());
    var shares = first <= second + other && second <= first + size;
    assertThat(Checks.ofPlan(plan).findings())
        .extracting(Finding::code)
        .containsExactlyElementsOf(shares ? List.of("POOLS_OVERLAP") : List.of());
  }

  @Property(tries = 150)
  void a_plan_whose_parts_were_dealt_out_is_sound(@ForAll("deals") Deal deal) {
    assertThat(deal.plan().findings()).isEmpty();
  }

  @Property(tries = 150)
  void one_planted_mistake_is_the_one_that_is_found(
      @ForAll("deals") Deal deal, @ForAll Planted planted, @ForAll @IntRange(max = 1000) int at) {
    var findings = Checks.ofPlan(planted.in(deal, at)).findings();
    assertThat(findings).extracting(Finding::rule).containsOnly(planted.rule());
  }

  @Property(tries = 150)
  void a_network_with_host_bits_is_refused_and_the_one_that_was_meant_is_named(
      @ForAll("blocks") Block block, @ForAll @IntRange(min = 1, max = 4095) int host) {
    var text = Block.dotted(block.first() + host) + "/" + block.prefix();
    assertThat(catchThrowable(() -> Cidr.of(text)))
        .hasMessage("'%s' has host bits: did you mean %s?".formatted(text, block.text()));
  }

  @Property(tries = 150)
  void ranges_know_their_size_and_what_they_hold(
      @ForAll("blocks") Block block, @ForAll("blocks") Block other) {
    var range = IpRange.of(Block.dotted(block.first()), Block.dotted(block.last()));
    var second = Cidr.of(other.text()).range();
    assertThat(range).isEqualTo(Cidr.of(block.text()).range());
    assertThat(range.size()).isEqualTo(block.last() - block.first() + 1);
    assertThat(range.overlaps(second)).isEqualTo(block.shares(other));
    assertThat(range.contains(second))
        .isEqualTo(block.first() <= other.first() && other.last() <= block.last());
  }

  @Property(tries = 150)
  void the_order_of_reservations_changes_no_address(
      @ForAll @Size(max = 9) Set<@AlphaChars @StringLength(min = 1, max = 3) String> names,
      @ForAll @IntRange(min = 50, max = 59) int explicit,
      @ForAll Random random) {
    var sorted = names.stream().sorted().toList();
    var shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, random);
    assertThat(chosen(sorted, explicit)).isEqualTo(chosen(shuffled, explicit));
    assertThat(chosen(sorted, explicit).values())
        .doesNotHaveDuplicates()
        .doesNotContain(Ip.of("10.0.0." + explicit));
  }

  private static Map<String, Ip> chosen(List<String> names, int explicit) {
    var pool = AddressLock.in(Path.of("target", "no-locks"), () -> pool("one", 50, 9));
    names.forEach(pool::reserve);
    pool.reserve("explicit", "10.0.0." + explicit);
    return pool.choice().addresses();
  }

  private static LoadBalancerPool pool(String name, int first, int size) {
    return TestPlan.LAN.pool(name, "10.0.0." + first, "10.0.0." + (first + size));
  }

  private static List<String> of(TestPlan plan, PlanRule rule) {
    return Checks.ofPlan(plan).findings().stream()
        .filter(finding -> finding.rule() == rule)
        .map(Finding::message)
        .toList();
  }

  /** Blocks of 10.0.0.0/8 of at least 4096 addresses, few enough to meet often. */
  @Provide
  Arbitrary<Block> blocks() {
    return Combinators.combine(
            Arbitraries.integers().between(9, 20), Arbitraries.integers().between(0, 4095))
        .as(Block::of);
  }

  /** Plans of one to four clusters. */
  @Provide
  Arbitrary<Deal> deals() {
    return Combinators.combine(
            Arbitraries.shuffle(Deal.all()),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, 5))
        .as(Deal::new);
  }
}

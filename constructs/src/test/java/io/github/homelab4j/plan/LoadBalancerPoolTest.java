package io.github.homelab4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadBalancerPoolTest {
  private static final String HOME = "home.lock.yaml";

  @TempDir Path clusters;
  private LoadBalancerPool pool;

  @BeforeEach
  void a_pool_of_four() {
    pool = in(lan -> lan.pool("home", "192.0.2.100", "192.0.2.103"));
  }

  @Test
  void the_next_free_address_is_chosen_and_in_the_order_of_names() {
    var web = pool.reserve("web");
    var git = pool.reserve("git");
    pool.reserve("first", "192.0.2.100");
    assertThat(List.of(git.address(), web.address()))
        .containsExactly(Ip.of("192.0.2.101"), Ip.of("192.0.2.102"));
    assertThat(pool.choice().addresses()).containsOnlyKeys("git", "web");
  }

  @Test
  void an_address_stays_when_others_come_and_go() throws IOException {
    lock(HOME, "home:\n  git: 192.0.2.101\n  gone: 192.0.2.100\n  web: 192.0.2.102\n");
    pool.reserve("web");
    pool.reserve("a-new-one");
    assertThat(pool.choice().addresses())
        .containsEntry("web", Ip.of("192.0.2.102"))
        .containsEntry("a-new-one", Ip.of("192.0.2.100"))
        .hasSize(2);
    assertThat(pool.choice().problems()).isEmpty();
    assertThat(pool.choice().lock()).contains(HOME);
  }

  @Test
  void what_is_reserved_later_gets_what_is_left() {
    assertThat(pool.reserve("web").address()).isEqualTo(Ip.of("192.0.2.100"));
    assertThat(pool.reserve("git").address()).isEqualTo(Ip.of("192.0.2.101"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> pool.reserve("late", "192.0.2.100"))
        .withMessage("192.0.2.100 for late is taken: web has it: take another");
  }

  @Test
  void what_the_plan_names_wins_over_the_lock() throws IOException {
    lock(HOME, "home:\n  web: 192.0.2.100\n");
    var web = pool.reserve("web");
    pool.reserve("gateway", "192.0.2.100");
    assertThat(web.address()).isEqualTo(Ip.of("192.0.2.101"));
    assertThat(pool.choice().problems())
        .containsEntry("web", new LockProblem("192.0.2.100", "which gateway has"));
  }

  @Test
  void what_does_not_fit_the_pool_is_a_problem_and_the_next_free_one_is_chosen()
      throws IOException {
    lock(HOME, "home:\n  git: 192.0.2.9\n  mail: 192.0.2.0100\n  web: 192.0.2.100\n");
    var git = pool.reserve("git");
    pool.reserve("mail");
    pool.reserve("web");
    assertThat(git.address()).isEqualTo(Ip.of("192.0.2.101"));
    assertThat(pool.choice().problems().values())
        .containsExactly(
            new LockProblem("192.0.2.9", "which is not in pool home (192.0.2.100-192.0.2.103)"),
            new LockProblem("192.0.2.0100", "which is no address"));
  }

  @Test
  void two_names_do_not_get_one_address() throws IOException {
    lock(HOME, "home:\n  git: 192.0.2.100\n  web: 192.0.2.100\n");
    pool.reserve("web");
    pool.reserve("git");
    assertThat(pool.choice().problems())
        .containsOnlyKeys("web")
        .containsValue(new LockProblem("192.0.2.100", "which git has"));
  }

  @Test
  void a_full_pool_says_so() {
    List.of("a", "b", "c", "d").forEach(pool::reserve);
    var last = pool.reserve("e");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(last::address)
        .withMessage(
            "pool home (192.0.2.100-192.0.2.103) has no address left for e: widen it, or give a"
                + " reservation up");
  }

  @Test
  void a_lock_of_another_form_is_refused() throws IOException {
    lock(HOME, "home: 192.0.2.100\n");
    var web = pool.reserve("web");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(web::address)
        .withMessage(
            "home.lock.yaml is not a map of pools with a map of names and addresses each: restore"
                + " it with git checkout");
    lock(HOME, "home: {");
    assertThatExceptionOfType(InvalidPropsException.class).isThrownBy(web::address);
  }

  @Test
  void pools_of_two_homelabs_have_names_of_their_own() throws IOException {
    lock(HOME, "home:\n  web: 192.0.2.100\n");
    lock("cabin.lock.yaml", "home:\n  web: 192.0.2.100\n");
    var web = pool.reserve("web");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(web::address)
        .withMessage(
            "pool home has addresses in cabin.lock.yaml and in home.lock.yaml: pools of one"
                + " repository have names of their own: rename one");
  }

  @Test
  void an_empty_lock_is_none() throws IOException {
    lock(HOME, "# Nothing.\n");
    assertThat(pool.reserve("web").address()).isEqualTo(Ip.of("192.0.2.100"));
  }

  @Test
  void the_locks_of_the_repository_are_found_from_below() {
    var lock = AddressLock.of(Optional.empty()).of("apps");
    assertThat(lock.file()).contains("infra-apps.lock.yaml");
    assertThat(lock.address("gitlab-shell")).contains("10.25.11.101");
  }

  @Test
  void an_ipv6_pool_chooses_too() {
    var six = in(lan -> lan.pool("six", "fd00::ff", "fd00::1:0"));
    assertThat(List.of(six.reserve("a").address(), six.reserve("b").address()))
        .containsExactly(Ip.of("fd00::ff"), Ip.of("fd00::100"));
  }

  private LoadBalancerPool in(Function<Network, LoadBalancerPool> make) {
    return AddressLock.in(clusters, () -> make.apply(Network.lan("lan", "192.0.2.0/24")));
  }

  private void lock(String name, String text) throws IOException {
    Files.writeString(clusters.resolve(name), text);
  }
}

package io.github.homelab4j.plan;

import io.github.homelab4j.core.InvalidPropsException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The addresses that a pool chose itself. It chooses for all reservations at once, when the first
 * address is asked for, and in the order of their names: in which order a plan makes them changes
 * nothing.
 */
public final class AddressChoice {
  private final LoadBalancerPool pool;
  private final Optional<Path> folder = AddressLock.folder();
  private final SortedMap<String, Ip> made = new TreeMap<>();
  private final SortedMap<String, LockProblem> problems = new TreeMap<>();
  private Optional<String> lock = Optional.empty();

  AddressChoice(LoadBalancerPool pool) {
    this.pool = pool;
  }

  /** What was chosen, by the reservation's name: what the lock has to say. */
  public synchronized SortedMap<String, Ip> addresses() {
    choose();
    return Collections.unmodifiableSortedMap(made);
  }

  /** What the lock says and cannot be kept, by the reservation's name. */
  public synchronized SortedMap<String, LockProblem> problems() {
    choose();
    return Collections.unmodifiableSortedMap(problems);
  }

  /** The file name of the lock that has addresses of the pool. */
  public synchronized Optional<String> lock() {
    choose();
    return lock;
  }

  synchronized Ip of(String reservation) {
    choose();
    return made.get(reservation);
  }

  synchronized Optional<Ip> made(String reservation) {
    return Optional.ofNullable(made.get(reservation));
  }

  private void choose() {
    var names = new TreeSet<String>();
    var taken = new TreeMap<Ip, String>();
    for (var each : pool.reservations()) {
      var address = each.explicit().or(() -> made(each.name()));
      address.ifPresentOrElse(ip -> taken.put(ip, each.name()), () -> names.add(each.name()));
    }
    if (names.isEmpty()) {
      return;
    }
    var recorded = AddressLock.of(folder).of(pool.name());
    lock = recorded.file();
    for (var name : names) {
      recorded.address(name).ifPresent(text -> keep(name, text, taken));
    }
    for (var name : names) {
      made.computeIfAbsent(name, key -> next(key, taken));
    }
  }

  private void keep(String name, String text, SortedMap<Ip, String> taken) {
    if (!Ip.isWritten(text)) {
      problems.put(name, new LockProblem(text, "which is no address"));
      return;
    }
    var address = Ip.of(text);
    var why =
        pool.range().contains(address)
            ? Optional.ofNullable(taken.get(address)).map(other -> "which " + other + " has")
            : Optional.of("which is not in pool %s (%s)".formatted(pool.name(), pool.range()));
    why.ifPresentOrElse(
        reason -> problems.put(name, new LockProblem(text, reason)),
        () -> {
          made.put(name, address);
          taken.put(address, name);
        });
  }

  private Ip next(String name, SortedMap<Ip, String> taken) {
    var address = pool.range().first();
    while (taken.containsKey(address)) {
      address = address.plus(1);
    }
    if (!pool.range().contains(address)) {
      throw new InvalidPropsException(
          "pool %s (%s) has no address left for %s: widen it, or give a reservation up"
              .formatted(pool.name(), pool.range(), name));
    }
    taken.put(address, name);
    return address;
  }
}

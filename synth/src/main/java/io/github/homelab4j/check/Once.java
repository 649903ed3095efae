package io.github.homelab4j.check;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, by one thread for all. */
final class Once<T> {
  private final Supplier<T> maker;
  private volatile T value;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    var there = value;
    if (there == null) {
      synchronized (this) {
        if (value == null) {
          value = maker.get();
        }
        there = value;
      }
    }
    return there;
  }
}

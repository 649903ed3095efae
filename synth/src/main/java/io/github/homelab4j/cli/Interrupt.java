package io.github.homelab4j.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.locks.LockSupport;
import sun.misc.Signal;

/** Ctrl-C as an end like any other, with exit code 0; the second one ends the process at once. */
final class Interrupt {
  private static final int INTERRUPTED = 130;
  private static final int ATTEMPTS = 10;
  private static final long PAUSE_NANOS = 20_000_000;

  private volatile boolean isRaised;

  private Interrupt() {}

  /** Ends something in an orderly way at the first Ctrl-C. */
  static Interrupt to(Runnable end) {
    var interrupt = new Interrupt();
    try {
      Signal.handle(new Signal("INT"), signal -> interrupt.raise(end));
    } catch (IllegalArgumentException e) {
      // Java was told to leave signals alone (-Xrs): then the process ends as any other.
      return interrupt;
    }
    return interrupt;
  }

  private void raise(Runnable end) {
    if (isRaised) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
    isRaised = true;
    // What Node.js and jsii say of their own end.
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    end.run();
  }

  /**
   * Whether it came, for something that failed: Node.js hears it too, maybe a moment before, and
   * what fails without it is nobody's mistake.
   */
  boolean isRaised() {
    for (int i = 0; i < ATTEMPTS && !isRaised; i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return isRaised;
  }
}

package io.github.homelab4j.bench;

import io.github.homelab4j.cli.Main;
import java.util.Arrays;
import java.util.Locale;
import org.example.fleet.Fleet;

/**
 * The command line again and again in one JVM, with one setting changed each time: {@code WarmRuns
 * <times> synth --homelab …}. Says how long each took.
 */
public final class WarmRuns {
  private WarmRuns() {}

  /** Runs them. */
  public static void main(String[] arguments) {
    int times = Integer.parseInt(arguments[0]);
    var command = Arrays.copyOfRange(arguments, 1, arguments.length);
    for (int i = 1; i <= times; i++) {
      System.setProperty(Fleet.REVISION, Integer.toString(i));
      long start = System.nanoTime();
      int code = Main.run(command);
      if (code != 0) {
        System.exit(code);
      }
      System.out.println(
          String.format(Locale.ROOT, "run %.4f s", (System.nanoTime() - start) / 1e9));
    }
    System.exit(0);
  }
}

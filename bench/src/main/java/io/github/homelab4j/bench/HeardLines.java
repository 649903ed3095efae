package io.github.homelab4j.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a command prints, passed on and heard. */
final class HeardLines extends OutputStream {
  private final PrintStream out;
  private final StringBuilder line = new StringBuilder();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  HeardLines(PrintStream out) {
    this.out = out;
  }

  // Letters beyond ASCII are of no use here.
  @Override
  public synchronized void write(int each) {
    out.write(each);
    if (each == '\n') {
      lines.add(line.toString());
      line.setLength(0);
    } else {
      line.append((char) each);
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  /** Says something that is not the command's. */
  synchronized void say(String own) {
    out.println(own);
  }

  /** The command has ended. */
  void end(int code) {
    lines.add("ended with exit code " + code);
  }

  /** Waits for a line; a process that hears another end is of no use. */
  MatchResult await(Pattern wanted) throws InterruptedException {
    while (true) {
      var heard = lines.take();
      var match = wanted.matcher(heard);
      if (match.find()) {
        return match.toMatchResult();
      }
      if (heard.startsWith("ended with ") || heard.contains(", nothing was written;")) {
        throw new IllegalStateException("no save to measure: " + heard);
      }
    }
  }
}

package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** HAProxy reads its configuration, as it does before it starts. */
final class HaproxyChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("haproxy", "haproxy");

  @Override
  public String how() {
    return "`haproxy -c`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  // A warning is a mistake too: it does something else than was meant.
  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return PROGRAM
        .run(file.root(), "-c", "-f", file.file().toString())
        .text()
        .lines()
        .filter(line -> line.startsWith("[ALERT]") || line.startsWith("[WARNING]"))
        .toList();
  }

  @Override
  public Sample sample() {
    var sound =
        """
        defaults
          mode tcp
          timeout connect 5s
          timeout client 1h
          timeout server 1h

        backend api
          server node 192.0.2.12:6443 check
        """;
    return new Sample(
        "etc/haproxy/haproxy.cfg", sound, sound.replace("check", "chek"), "unknown keyword 'chek'");
  }
}

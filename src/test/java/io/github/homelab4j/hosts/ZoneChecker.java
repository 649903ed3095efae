package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** BIND loads the zone, which is named like its file. */
final class ZoneChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("named-checkzone", "bind9-utils");

  @Override
  public String how() {
    return "`named-checkzone -k fail -i local`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var zone = file.file().getFileName().toString().replaceAll("\\.zone$", "");
    return PROGRAM
        .run(file.root(), "-k", "fail", "-i", "local", zone, file.file().toString())
        .refusal();
  }

  @Override
  public Sample sample() {
    var sound =
        """
        $TTL 300
        @ IN SOA ns hostmaster ( 1 1h 15m 1w 300 )
        @ IN NS ns
        ns IN A 10.0.0.11
        """;
    return new Sample(
        "etc/bind/zones/example.org.zone",
        sound,
        sound.replace("10.0.0.11", "10.0.0.311"),
        "bad dotted quad");
  }
}

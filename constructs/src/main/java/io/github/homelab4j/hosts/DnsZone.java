package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A zone as BIND reads it.
 *
 * @param name its name, as {@code example.org} or {@code 0.0.10.in-addr.arpa}
 * @param records its lines but for SOA and NS
 */
record DnsZone(Hostname name, List<String> records) {
  private static final String REVERSE = "in-addr.arpa";

  /** Names of a domain. */
  static DnsZone forward(Hostname domain, List<DnsRecord> records) {
    var lines = new ArrayList<String>();
    for (var record : records) {
      lines.add(
          "%s IN %s %s"
              .formatted(
                  relative(record.hostname(), domain),
                  record.address().isV4() ? "A" : "AAAA",
                  record.address()));
    }
    return new DnsZone(domain, lines);
  }

  /** The zones of addresses, a zone for each 256 of them, in the order of their names. */
  static List<DnsZone> reverse(List<DnsRecord> records) {
    var zones = new TreeMap<Hostname, List<String>>();
    for (var record : records) {
      if (record.address().isV4()) {
        zones
            .computeIfAbsent(network(record.address()), name -> new ArrayList<>())
            .add("%s IN PTR %s.".formatted(last(record.address()), record.hostname()));
      }
    }
    return zones.entrySet().stream()
        .map(zone -> new DnsZone(zone.getKey(), zone.getValue()))
        .toList();
  }

  /**
   * The file. Its serial follows from what is in it, so that it changes when that does: nobody
   * copies the zone, who would want it to grow.
   */
  String text(Hostname server, Duration ttl) {
    var body =
        """
        @ IN NS %s.
        %s
        """
            .formatted(server, String.join("\n", records));
    var seconds = ttl.toSeconds();
    return """
        $TTL %s
        @ IN SOA %s. hostmaster (
          %s ; serial, of the content
          1h ; refresh
          15m ; retry
          1w ; expire
          %s ; how long it is kept that a name is not there
        )
        """
            .formatted(seconds, server, serial(body + seconds), seconds)
        + body;
  }

  private static long serial(String content) {
    var sum = new CRC32();
    sum.update(content.getBytes(StandardCharsets.UTF_8));
    return Math.max(1, sum.getValue());
  }

  private static String relative(Hostname name, Hostname domain) {
    return name.equals(domain)
        ? "@"
        : name.name().substring(0, name.name().length() - domain.name().length() - 1);
  }

  private static Hostname network(Ip address) {
    var octets = address.text().split("\\.");
    return Hostname.of("%s.%s.%s.%s".formatted(octets[2], octets[1], octets[0], REVERSE));
  }

  private static String last(Ip address) {
    return address.text().substring(address.text().lastIndexOf('.') + 1);
  }
}

package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The C library skips what it does not understand, so this is its grammar; of more than three
 * servers it asks three.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/resolv.conf.5.html">resolv.conf(5)</a>
 */
final class ResolvConfChecker implements FileChecker {
  private static final Pattern LINE =
      Pattern.compile(
          "nameserver ([0-9]+(\\.[0-9]+){3}|[0-9a-f:]+)|(search|options)( [a-z0-9.:-]+)+");

  @Override
  public String how() {
    return "the grammar of [resolv.conf(5)](https://man7.org/linux/man-pages/man5/resolv.conf.5.html)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var lines = file.text().lines().filter(line -> !line.startsWith("#")).toList();
    var findings = new ArrayList<String>();
    lines.stream()
        .filter(line -> !LINE.matcher(line).matches())
        .forEach(line -> findings.add("'%s' says nothing to a resolver".formatted(line)));
    var servers = lines.stream().filter(line -> line.startsWith("nameserver ")).count();
    if (servers < 1 || servers > 3) {
      findings.add("%s servers are named: one to three are asked".formatted(servers));
    }
    return findings;
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/rancher/k3s/resolv.conf",
        "nameserver 10.9.0.11\n",
        "nameserver box\n",
        "'nameserver box' says nothing to a resolver");
  }
}

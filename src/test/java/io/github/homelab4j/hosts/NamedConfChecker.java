package io.github.homelab4j.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** BIND reads its configuration, and the zones that it names. */
final class NamedConfChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("named-checkconf", "bind9-utils");

  @Override
  public String how() {
    return "`named-checkconf -z`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  // The machine's folders are elsewhere here.
  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var here =
        file.text()
            .replace("\"/etc/bind/", "\"%s/etc/bind/".formatted(file.root()))
            .replace("\"/var/cache/bind\"", "\"%s\"".formatted(file.root()));
    var conf = Files.writeString(file.root().resolve("named.conf"), here);
    var answer = PROGRAM.run(file.root(), "-z", conf.toString());
    Files.delete(conf);
    return answer.refusal();
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/bind/named.conf.options",
        "options {\n  directory \"/var/cache/bind\";\n  allow-query { 10.0.0.0/24; };\n};\n",
        "options {\n  directory \"/var/cache/bind\";\n  allow-query { 10.0.0.1/24; };\n};\n",
        "prefix length mismatch");
  }
}

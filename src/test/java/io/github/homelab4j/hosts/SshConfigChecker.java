package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** ssh says what it makes of each machine's settings, without calling it. */
final class SshConfigChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("ssh", "openssh-client");
  private static final Pattern HOST = Pattern.compile("(?m)^Host (\\S+)$");

  @Override
  public String how() {
    return "`ssh -G`, for each host";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var findings = new ArrayList<String>();
    var hosts = HOST.matcher(file.text()).results().map(match -> match.group(1)).toList();
    if (hosts.isEmpty()) {
      findings.add("it names no host");
    }
    for (var host : hosts) {
      findings.addAll(PROGRAM.run(file.root(), "-G", "-F", file.file().toString(), host).refusal());
    }
    return findings;
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/workstation/ssh/config");
    return new Sample(
        "ssh/config",
        sound,
        sound.replaceFirst("ProxyJump", "ProxyJumps"),
        "Bad configuration option: proxyjumps");
  }
}

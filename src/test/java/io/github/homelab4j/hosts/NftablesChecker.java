package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** nft reads the rules without loading them. */
final class NftablesChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("nft", "nftables");
  // Rules are compared with the kernel's, which others than root may not see.
  private static final Program SUDO = Program.debian("sudo", "sudo");

  @Override
  public String how() {
    return "`nft --check`, as root";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var path = file.file().toString();
    var answer =
        System.getProperty("user.name").equals("root")
            ? PROGRAM.run(file.root(), "--check", "--file", path)
            : SUDO.run(
                file.root(),
                "--non-interactive",
                PROGRAM.path().orElseThrow().toString(),
                "--check",
                "--file",
                path);
    return answer.refusal();
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/box/etc/nftables.conf");
    return new Sample(
        "etc/nftables.conf",
        sound,
        sound.replace("udp dport 53", "udp port 53"),
        "syntax error, unexpected");
  }
}

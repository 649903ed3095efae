package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The shell reads the script without running it. */
final class ShellChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("dash", "dash");

  @Override
  public String how() {
    return "`dash -n`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return PROGRAM.run(file.root(), "-n", file.path()).refusal();
  }

  @Override
  public Sample sample() {
    return new Sample(
        "upgrade.sh",
        "#!/bin/sh\nif true; then echo yes; fi\n",
        "#!/bin/sh\nif true; then echo yes\n",
        "end of file unexpected");
  }
}

package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** make says what it would do for its first target. */
final class MakefileChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("make", "make");

  @Override
  public String how() {
    return "`make --dry-run`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return PROGRAM
        .run(
            file.root(),
            "--dry-run",
            "--warn-undefined-variables",
            "ARGS=",
            "--file=" + file.path())
        .refusal();
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/workstation/Makefile");
    return new Sample("Makefile", sound, sound.replace("\t", "  "), "missing separator");
  }
}

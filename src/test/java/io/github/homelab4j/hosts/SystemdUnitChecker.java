package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** systemd reads the unit with its neighbours; what would be started need not be there. */
final class SystemdUnitChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("systemd-analyze", "systemd");

  @Override
  public String how() {
    return "`systemd-analyze verify`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  // A warning is a mistake too: systemd ignores the line that it is about.
  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var name = file.file().getFileName().toString();
    return PROGRAM
        .run(file.root(), "verify", "--man=no", file.file().toString())
        .text()
        .lines()
        .filter(line -> line.contains(name) && !line.contains("is not executable"))
        .toList();
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/systemd/system/backup.timer",
        "[Timer]\nUnit=basic.target\nOnCalendar=*-*-* 02:00:00\n",
        "[Timer]\nUnit=basic.target\nOnCalendar=*-*-* 25:00:00\n",
        "Failed to parse calendar specification");
  }
}

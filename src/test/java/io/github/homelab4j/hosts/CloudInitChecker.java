package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** cloud-init judges user data by its own schema. */
final class CloudInitChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("cloud-init", "cloud-init");

  @Override
  public String how() {
    return "`cloud-init schema --config-file`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return PROGRAM.run(file.root(), "schema", "--config-file", file.file().toString()).refusal();
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/pi-1/cloud-init/user-data");
    return new Sample(
        "cloud-init/user-data",
        sound,
        sound.replace("mode: reboot", "mode: restart"),
        "is not one of");
  }
}

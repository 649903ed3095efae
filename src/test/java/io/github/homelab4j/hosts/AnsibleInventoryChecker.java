package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Ansible reads the inventory, and stops at what it would otherwise warn of. */
final class AnsibleInventoryChecker implements FileChecker {
  private static final Program PROGRAM = Program.debian("ansible-inventory", "ansible-core");

  @Override
  public String how() {
    return "`ansible-inventory --list`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  // It warns of a file that it cannot read, and goes on without it.
  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var answer = PROGRAM.run(file.root(), "--inventory", file.file().toString(), "--list");
    return answer.exit() == 0 && !answer.text().contains("[WARNING]")
        ? List.of()
        : answer.text().lines().toList();
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/workstation/ansible/inventory.yaml");
    return new Sample(
        "ansible/inventory.yaml", sound, sound.replace("all:\n", "all\n"), "[WARNING]");
  }
}

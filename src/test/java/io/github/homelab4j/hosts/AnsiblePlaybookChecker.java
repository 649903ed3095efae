package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Ansible reads the playbook, with the tasks that it names. */
final class AnsiblePlaybookChecker implements FileChecker {
  static final Program PROGRAM = Program.debian("ansible-playbook", "ansible-core");

  @Override
  public String how() {
    return "`ansible-playbook --syntax-check`";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return PROGRAM
        .run(file.root(), "--inventory", "localhost,", "--syntax-check", file.file().toString())
        .refusal();
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/workstation/ansible/k3s-bootstrap.yaml");
    return new Sample(
        "ansible/k3s-bootstrap.yaml",
        sound,
        sound.replace("ansible.builtin.shell", "ansible.builtin.shel"),
        "couldn't resolve module/action 'ansible.builtin.shel'");
  }
}

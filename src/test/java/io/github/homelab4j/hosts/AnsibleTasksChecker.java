package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Ansible reads a playbook that has these tasks and nothing else. */
final class AnsibleTasksChecker implements FileChecker {
  @Override
  public String how() {
    return "`ansible-playbook --syntax-check` of a playbook that has them";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(AnsiblePlaybookChecker.PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var playbook =
        WrittenFile.of(
            file.root(),
            "playbook-of-tasks.yaml",
            "- hosts: localhost\n  tasks:\n    - ansible.builtin.import_tasks: %s\n"
                .formatted(file.path()));
    return new AnsiblePlaybookChecker().findings(playbook);
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/workstation/ansible/tasks/component.yaml");
    return new Sample(
        "ansible/tasks/component.yaml",
        sound,
        sound.replaceFirst("register: files", "registers: files"),
        "conflicting action statements: ansible.builtin.copy, registers");
  }
}

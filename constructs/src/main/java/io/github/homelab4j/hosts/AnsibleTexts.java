package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.hosts.AnsibleProps.Playbook;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.stream.Collectors;

/** What playbooks consist of. */
final class AnsibleTexts {
  /**
   * What is done for any component. What is still to be done after files changed is marked on the
   * machine: a run that fails in between is completed by the next one.
   */
  static final String TASKS =
      """
      - name: Its variables are given
        ansible.builtin.assert:
          that: lookup('ansible.builtin.varnames', '^' + item.name + '$') | length > 0
          fail_msg: "{{ item.name }} is not given: put {{ item.what }} into a file of variables, and call with -e @<file>"
          quiet: true
        loop: "{{ its.variables | default([]) }}"

      - name: Its packages are installed
        ansible.builtin.apt:
          name: "{{ its.packages }}"
          update_cache: true
          cache_valid_time: 86400
        when: its.packages is defined

      - name: Its programs are there
        ansible.builtin.get_url:
          url: "{{ item.url }}"
          checksum: "sha256:{{ item.checksums }}"
          dest: "{{ item.path }}"
          mode: "0755"
        loop: "{{ its.downloads | default([]) }}"
        register: programs

      - name: Its folders are there
        ansible.builtin.file:
          path: "/{{ item }}"
          state: directory
        loop: "{{ (its.files | default([]) + its.templates | default([])) | map(attribute='path') | map('dirname') | unique + ['var/lib/homelab4j'] }}"

      - name: Its files are there
        ansible.builtin.copy:
          src: "{{ inventory_dir }}/../../{{ inventory_hostname }}/{{ item.path }}"
          dest: "/{{ item.path }}"
          mode: "{{ item.mode }}"
        loop: "{{ its.files | default([]) }}"
        register: files

      - name: Its files with secrets are there
        ansible.builtin.template:
          src: "{{ inventory_dir }}/../../{{ inventory_hostname }}/{{ item.path }}.j2"
          dest: "/{{ item.path }}"
          mode: "{{ item.mode }}"
        loop: "{{ its.templates | default([]) }}"
        register: templates
        no_log: true

      - name: Work to do is marked
        ansible.builtin.file:
          path: "{{ mark }}"
          state: touch
          mode: "0644"
        when: programs is changed or files is changed or templates is changed

      - name: Work to do is found
        ansible.builtin.stat:
          path: "{{ mark }}"
        register: work

      - name: Units are read anew
        ansible.builtin.systemd:
          daemon_reload: true
        when: work.stat.exists

      - name: Its commands are run
        ansible.builtin.shell: "{{ item }}"
        loop: "{{ its.commands | default([]) }}"
        when: work.stat.exists

      - name: Its units run
        ansible.builtin.systemd:
          name: "{{ item }}"
          enabled: true
          state: started
        loop: "{{ its.started | default([]) + its.units | default([]) }}"

      - name: Its units take the change
        ansible.builtin.command: "systemctl try-reload-or-restart {{ item }}"
        loop: "{{ its.units | default([]) }}"
        when: work.stat.exists

      - name: Nothing is left to do
        ansible.builtin.file:
          path: "{{ mark }}"
          state: absent
      """;

  private AnsibleTexts() {}

  static String playbook(Playbook playbook) {
    var plays = playbook.components().stream().map(AnsibleTexts::play).collect(Collectors.toList());
    if (!playbook.commands().isEmpty()) {
      plays.add(local(playbook.commands()));
    }
    return plays.isEmpty() ? "[]\n" : String.join("\n", plays);
  }

  private static String play(HostComponent component) {
    return """
        - name: %1$s
          hosts: "%2$s"
          gather_facts: false
          vars:
            its: "{{ components['%1$s'] }}"
            mark: /var/lib/homelab4j/%1$s
          tasks:
            - name: Whatever a component needs
              ansible.builtin.import_tasks: tasks/component.yaml
        """
        .formatted(
            component.id(),
            component.machines().stream().map(Machine::name).collect(Collectors.joining(",")));
  }

  private static String local(List<String> commands) {
    return """
        - name: On the owner's machine
          hosts: localhost
          connection: local
          gather_facts: false
          tasks:
        %s"""
        .formatted(
            commands.stream()
                .map(
                    command ->
                        """
                            - name: "%1$s"
                              ansible.builtin.shell:
                                cmd: "%1$s"
                                chdir: "{{ playbook_dir }}"
                        """
                            .formatted(command))
                .collect(Collectors.joining("\n")));
  }

  /** A target a playbook, and one for all of them in their order. */
  static String makefile(List<Playbook> playbooks) {
    var names = playbooks.stream().map(Playbook::name).collect(Collectors.joining(" "));
    var targets =
        playbooks.stream()
            .map(
                playbook ->
                    "# %s\n%s:\n\t$(PLAYBOOK) ansible/%s.yaml\n"
                        .formatted(playbook.purpose(), playbook.name(), playbook.name()))
            .collect(Collectors.joining("\n"));
    return """
        # Variables of secrets are given as ARGS="-e @<file>".
        PLAYBOOK = ansible-playbook --inventory ansible/inventory.yaml $(ARGS)

        .PHONY: all %s
        .NOTPARALLEL:
        all: %s

        %s"""
        .formatted(names, names, targets);
  }
}

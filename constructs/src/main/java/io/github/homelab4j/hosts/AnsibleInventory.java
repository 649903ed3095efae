package io.github.homelab4j.hosts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.core.HostSecrets;
import io.github.homelab4j.core.HostSetup.Download;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Machines, and what each component puts on them: the facts of the playbooks. */
record AnsibleInventory(Group all) {
  private static final String SSH = "-F {{ inventory_dir }}/../" + SshClient.FILE;

  static AnsibleInventory of(List<? extends HostComponent> components) {
    var hosts = new TreeMap<String, Host>();
    for (var component : components) {
      for (var machine : component.machines()) {
        hosts
            .computeIfAbsent(machine.name(), name -> Host.empty(machine))
            .components()
            .put(component.id(), Facts.of(component, machine));
      }
    }
    return new AnsibleInventory(new Group(hosts, new Vars(SSH, "auto_silent")));
  }

  record Group(Map<String, Host> hosts, Vars vars) {}

  record Vars(
      @JsonProperty("ansible_ssh_common_args") String sshCommonArgs,
      @JsonProperty("ansible_python_interpreter") String pythonInterpreter) {}

  record Host(String address, Map<String, Facts> components) {
    static Host empty(Machine machine) {
      return new Host(machine.address().text(), new TreeMap<>());
    }
  }

  record Facts(
      List<String> packages,
      List<Download> downloads,
      List<File> files,
      List<File> templates,
      List<Variable> variables,
      List<String> commands,
      List<String> started,
      List<String> units) {
    static Facts of(HostComponent component, Machine machine) {
      var setup = component.setup(machine);
      var files =
          component.files().stream()
              .filter(file -> file.machine().name().equals(machine.name()))
              .toList();
      return new Facts(
          setup.packages(),
          setup.downloads(),
          files.stream().filter(file -> file.secrets().isEmpty()).map(File::of).toList(),
          files.stream().filter(file -> !file.secrets().isEmpty()).map(File::of).toList(),
          files.stream()
              .flatMap(file -> file.secrets().stream())
              .map(secret -> new Variable(HostSecrets.variable(secret), secret.describe()))
              .distinct()
              .toList(),
          setup.commands(),
          setup.started(),
          setup.units());
    }
  }

  /** A file: where it lies on the machine, and who may do what with it. */
  record File(String path, String mode) {
    static File of(HostFile file) {
      var open = file.kind() == FileKind.SHELL ? "0755" : "0644";
      return new File(file.target(), file.secrets().isEmpty() ? open : "0600");
    }
  }

  record Variable(String name, String what) {}
}

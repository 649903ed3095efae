package io.github.homelab4j.hosts;

import io.github.homelab4j.core.BringUp;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.plan.Workstation;
import java.util.List;
import software.constructs.Construct;

/**
 * Ansible: puts what other components write onto their machines, from the owner's. Its files lie
 * under {@code hosts/workstation/}: {@code make external-setup} there runs a playbook. What a
 * component needs besides files, it says itself ({@link HostComponent#setup}).
 *
 * <p>Secrets are variables, in a file of the owner's that {@code ansible-vault} encrypts: {@code
 * make nodes-setup ARGS="-e @secrets.yaml --ask-vault-pass"}. A playbook names those that are
 * missing, and whose values they are.
 */
@ComponentInfo(
    name = "ansible",
    domain = Domain.HOSTS,
    upstream = "https://docs.ansible.com/ansible-core/2.14/")
public final class Ansible extends HostComponent {
  private static final String FOLDER = "ansible/";

  private final AnsibleProps props;

  /** Stores its settings. */
  public Ansible(Construct scope, String id, AnsibleProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<Machine> machines() {
    return List.of(Workstation.OWNERS);
  }

  /** What sets up machines; what only runs commands on the owner's machine is bootstrap itself. */
  @Override
  public List<BringUp> bringUp() {
    return props.playbooks().stream()
        .filter(playbook -> !playbook.components().isEmpty())
        .map(
            playbook ->
                BringUp.of(
                    "%s ANSIBLE_ARGS says where the variables of secrets are."
                        .formatted(playbook.purpose()),
                    "make -C ../hosts/%s %s ARGS=\"${ANSIBLE_ARGS:-}\""
                        .formatted(Workstation.OWNERS.name(), playbook.name())))
        .toList();
  }

  @Override
  protected void define(HostFiles out) {
    var all = props.playbooks().stream().flatMap(book -> book.components().stream()).toList();
    leavesNothingOut(all);
    reaches(all);
    out.add(
        Workstation.OWNERS,
        FOLDER + "inventory.yaml",
        FileKind.ANSIBLE_INVENTORY,
        YamlText.of(AnsibleInventory.of(all)));
    out.add(
        Workstation.OWNERS,
        FOLDER + "tasks/component.yaml",
        FileKind.ANSIBLE_TASKS,
        AnsibleTexts.TASKS);
    for (var playbook : props.playbooks()) {
      out.add(
          Workstation.OWNERS,
          FOLDER + playbook.name() + ".yaml",
          FileKind.ANSIBLE_PLAYBOOK,
          AnsibleTexts.playbook(playbook));
    }
    out.add(
        Workstation.OWNERS,
        "Makefile",
        FileKind.MAKEFILE,
        AnsibleTexts.makefile(props.playbooks()));
  }

  private void reaches(List<? extends HostComponent> all) {
    var names = props.ssh().reached().stream().map(Machine::name).toList();
    for (var component : all) {
      for (var machine : component.machines()) {
        if (!names.contains(machine.name())) {
          throw new InvalidPropsException(
              "%s is for %s, which %s does not reach, only %s: add the machine to it"
                  .formatted(component.id(), machine.name(), props.ssh().id(), names));
        }
      }
    }
  }

  // Whoever says what a machine takes expects somebody to do it.
  private void leavesNothingOut(List<? extends HostComponent> all) {
    var forgotten =
        cluster().stream()
            .flatMap(cluster -> cluster.components().stream())
            .filter(component -> component instanceof HostComponent && !all.contains(component))
            .map(HostComponent.class::cast)
            .filter(
                component ->
                    component.machines().stream()
                        .anyMatch(machine -> !component.setup(machine).equals(HostSetup.NOTHING)))
            .map(HostComponent::id)
            .toList();
    if (!forgotten.isEmpty()) {
      throw new InvalidPropsException(
          "no playbook sets up %s: add them to one of %s"
              .formatted(
                  String.join(", ", forgotten),
                  props.playbooks().stream().map(AnsibleProps.Playbook::name).toList()));
    }
  }
}

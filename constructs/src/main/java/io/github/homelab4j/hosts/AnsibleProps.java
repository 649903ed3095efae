package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.Invalid;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link Ansible}. */
@Value.Immutable
public interface AnsibleProps extends HostProps {
  /** How the machines are reached. */
  SshClient ssh();

  /** What is done, in this order when all of it is to be done. */
  List<Playbook> playbooks();

  /**
   * A part of the work, a target of {@code make}.
   *
   * @param name its name, as {@code nodes-setup}
   * @param purpose what it does, in a few words
   * @param components what it sets up on their machines, in this order
   * @param commands what it then runs on the owner's machine, in the folder of the playbooks
   */
  record Playbook(
      String name,
      String purpose,
      List<? extends HostComponent> components,
      List<String> commands) {
    /** One that sets up components. */
    public static Playbook of(String name, String purpose, HostComponent... components) {
      return new Playbook(name, purpose, List.of(components), List.of());
    }

    /** And then runs commands on the owner's machine, in the folder of the playbook. */
    public Playbook then(String... more) {
      return new Playbook(name, purpose, components, List.of(more));
    }
  }

  /** A name is a target of make, and there once. */
  @Value.Check
  default void check() {
    var names = playbooks().stream().map(Playbook::name).toList();
    for (var name : names) {
      if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        Invalid.setting(
            "'%s' is not a name for a playbook: use lower-case letters, digits and hyphens"
                .formatted(name));
      }
    }
    if (names.stream().distinct().count() < names.size()) {
      Invalid.setting("playbooks %s have a name twice: name each once".formatted(names));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link AnsibleProps}. */
  final class Builder extends ImmutableAnsibleProps.Builder {}
}

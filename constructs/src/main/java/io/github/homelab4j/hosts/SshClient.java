package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.plan.Workstation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * How the owner's machine reaches the others: by name, through the one that can be reached, and
 * with tunnels to services behind it. {@code ssh -F <file> node1}, {@code ssh -F <file> -N
 * tunnels}, or an {@code Include} in {@code ~/.ssh/config}.
 */
@ComponentInfo(
    name = "ssh-jump-host",
    domain = Domain.HOSTS,
    upstream = "https://man.openbsd.org/ssh_config")
public final class SshClient extends HostComponent {
  static final String FILE = "ssh/config";

  private final SshClientProps props;

  /** Stores its settings. */
  public SshClient(Construct scope, String id, SshClientProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its file, in the folder of the owner's machine. */
  String file() {
    return FILE;
  }

  /** The machines that it reaches, by their names. */
  public List<Machine> reached() {
    return Stream.concat(Stream.of(props.jump()), props.machines().stream()).toList();
  }

  @Override
  public List<Machine> machines() {
    return List.of(Workstation.OWNERS);
  }

  @Override
  protected void define(HostFiles out) {
    out.add(Workstation.OWNERS, FILE, FileKind.SSH_CONFIG, text());
  }

  private String text() {
    return """
        Host %1$s
          HostName %2$s
          User %3$s

        %4$s
        Host tunnels
          HostName %2$s
          User %3$s
          ExitOnForwardFailure yes
        %5$s
        """
        .formatted(
            props.jump().name(),
            props.jumpAddress(),
            props.user(),
            props.machines().stream().map(this::host).collect(Collectors.joining("\n")),
            props.tunnels().stream().map(SshClient::tunnel).collect(Collectors.joining("\n")));
  }

  private String host(Machine machine) {
    return """
        Host %s
          HostName %s
          User %s
          ProxyJump %s
        """
        .formatted(machine.name(), machine.address(), props.user(), props.jump().name());
  }

  private static String tunnel(HostServiceRef service) {
    return "  LocalForward 127.0.0.1:%s %s".formatted(service.port(), service.hostPort());
  }
}

package io.github.homelab4j.hosts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.BringUp;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * The first boot of machines: name, address, and who may log in. The two files of a machine go onto
 * the boot partition of its image, without the folder.
 */
@ComponentInfo(
    name = "cloud-init",
    domain = Domain.HOSTS,
    upstream = "https://cloudinit.readthedocs.io")
public final class CloudInit extends HostComponent {
  private static final String CMDLINE = "/boot/firmware/cmdline.txt";
  private static final String CGROUPS = "cgroup_memory=1 cgroup_enable=memory";

  private final CloudInitProps props;

  /** Stores its settings. */
  public CloudInit(Construct scope, String id, CloudInitProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<Machine> machines() {
    return props.machines();
  }

  @Override
  public List<String> notes() {
    return props.raspberryPi()
        ? List.of(
            "The first boot of a Raspberry Pi ends with a restart, after which its kernel counts the memory of containers.")
        : List.of();
  }

  @Override
  public List<BringUp> bringUp() {
    return List.of(
        BringUp.of(
            "Write an image of %s for each machine that has no system, with `user-data` and `network-config` of its folder `cloud-init` %s, and start it."
                .formatted(
                    props.raspberryPi()
                        ? "Raspberry Pi OS Lite (64-bit, of October 2025 or newer: older ones have no cloud-init)"
                        : "Debian",
                    props.raspberryPi()
                        ? "on its boot partition, in place of those there"
                        : "beside it")));
  }

  @Override
  protected void define(HostFiles out) {
    for (var machine : machines()) {
      out.add(
          machine,
          "cloud-init/user-data",
          FileKind.CLOUD_INIT,
          "#cloud-config\n" + YamlText.of(userData(machine)));
      out.add(
          machine,
          "cloud-init/network-config",
          FileKind.CLOUD_INIT_NETWORK,
          YamlText.of(network(machine)));
    }
  }

  private UserData userData(Machine machine) {
    return new UserData(
        machine.name(),
        "localhost",
        false,
        false,
        List.of(new User("root", true, props.sshKeys())),
        props.timeZone(),
        !props.packages().isEmpty(),
        props.packages(),
        props.raspberryPi()
            ? List.of(
                // Its image leaves the door shut.
                "systemctl enable --now ssh",
                "grep -q cgroup_memory=1 %s || sed -i '1s/$/ %s/' %s"
                    .formatted(CMDLINE, CGROUPS, CMDLINE))
            : List.of(),
        props.raspberryPi()
            ? Optional.of(new PowerState("reboot", "its kernel reads a new command line"))
            : Optional.empty());
  }

  private NetworkConfig network(Machine machine) {
    var prefix =
        props.network().ranges().stream()
            .filter(range -> range.contains(machine.address()))
            .map(Cidr::prefix)
            .findFirst()
            .orElseThrow();
    var card =
        new Ethernet(
            false,
            List.of("%s/%s".formatted(machine.address(), prefix)),
            props.network().gateways().stream()
                .map(gateway -> new Route(gateway.isV4() ? "0.0.0.0/0" : "::/0", gateway.text()))
                .toList(),
            new Nameservers(
                Stream.concat(props.network().dns().stream(), props.furtherDns().stream())
                    .map(Ip::text)
                    .toList(),
                props.searchDomains()));
    return new NetworkConfig(2, Map.of(props.networkInterface(), card));
  }

  record UserData(
      String hostname,
      @JsonProperty("manage_etc_hosts") String manageEtcHosts,
      @JsonProperty("disable_root") boolean disableRoot,
      @JsonProperty("ssh_pwauth") boolean sshPwauth,
      List<User> users,
      String timezone,
      @JsonProperty("package_update") boolean packageUpdate,
      List<String> packages,
      List<String> runcmd,
      @JsonProperty("power_state") Optional<PowerState> powerState) {}

  record User(
      String name,
      @JsonProperty("lock_passwd") boolean lockPasswd,
      @JsonProperty("ssh_authorized_keys") List<String> sshAuthorizedKeys) {}

  record PowerState(String mode, String message) {}

  record NetworkConfig(int version, Map<String, Ethernet> ethernets) {}

  record Ethernet(
      boolean dhcp4, List<String> addresses, List<Route> routes, Nameservers nameservers) {}

  record Route(String to, String via) {}

  record Nameservers(List<String> addresses, List<String> search) {}
}

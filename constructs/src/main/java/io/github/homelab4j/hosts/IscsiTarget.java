package io.github.homelab4j.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.IscsiLunRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.hosts.IscsiTargetProps.Lun;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * LIO, the kernel's iSCSI target: disks of a machine that others use as their own.
 *
 * <p>Provides {@link #lun}. A machine sees the disk that is lent to it, and no other.
 */
@ComponentInfo(
    name = "iscsi-target",
    domain = Domain.HOSTS,
    upstream = "https://github.com/open-iscsi/rtslib-fb")
public final class IscsiTarget extends HostComponent {
  private static final String FILE = "etc/rtslib-fb-target/saveconfig.json";
  private static final String WAIT = "wait-for-disks.service";

  private final IscsiTargetProps props;

  /** Stores its settings. */
  public IscsiTarget(Construct scope, String id, IscsiTargetProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * The disk that is lent to a machine.
   *
   * @throws InvalidPropsException when none is
   */
  public IscsiLunRef lun(Machine machine) {
    return props.luns().stream()
        .filter(lun -> lun.machine().name().equals(machine.name()))
        .findFirst()
        .map(
            lun ->
                new IscsiLunRef(
                    HostServiceRef.providedBy(this, props.host(), props.service(), Loss.STOPS),
                    name(props.host()),
                    lun.number(),
                    machine,
                    name(machine),
                    lun.device().size()))
        .orElseThrow(
            () ->
                new InvalidPropsException(
                    "%s lends nothing to %s, only to %s: add a LUN for it"
                        .formatted(
                            id(),
                            machine.name(),
                            props.luns().stream().map(lun -> lun.machine().name()).toList())));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Machines are told apart by the name that they give themselves: keep others out of the network of %s. A change of its settings pauses all disks for seconds."
            .formatted(props.host().name()));
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING
        .withPackages("targetcli-fb")
        .withStarted(WAIT)
        .withUnits("rtslib-fb-targetctl.service");
  }

  @Override
  protected void define(HostFiles out) {
    out.add(props.host(), FILE, FileKind.ISCSI_TARGET, JsonText.of(config()));
    out.add(props.host(), "etc/systemd/system/" + WAIT, FileKind.SYSTEMD_UNIT, waiting());
  }

  // Debian's unit does not wait for volumes that nobody mounts, and leaves out a disk that is not
  // there yet for as long as the machine runs.
  private String waiting() {
    return """
        [Unit]
        Description=Disks that iSCSI lends out
        Before=rtslib-fb-targetctl.service

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=/bin/udevadm wait --timeout=300 %s

        [Install]
        WantedBy=rtslib-fb-targetctl.service
        """
        .formatted(
            props.luns().stream().map(lun -> lun.device().path()).collect(Collectors.joining(" ")));
  }

  private Config config() {
    var portal = new Portal(props.host().address().text(), props.service().port().number());
    var group =
        new Group(
            1,
            true,
            new Attributes(0, 0),
            props.luns().stream()
                .map(lun -> new TargetLun(lun.number(), "/backstores/block/" + backstore(lun)))
                .toList(),
            List.of(portal),
            props.luns().stream()
                .map(
                    lun ->
                        new Acl(
                            name(lun.machine()),
                            List.of(new MappedLun(lun.number(), lun.number(), false))))
                .toList());
    return new Config(
        List.of(),
        props.luns().stream().map(this::storage).toList(),
        List.of(new Target(name(props.host()), "iscsi", List.of(group))));
  }

  // The serial number stays the same through restarts, as a disk's does; writes are on the disk
  // before they are acknowledged.
  private Storage storage(Lun lun) {
    var serial = UUID.nameUUIDFromBytes((name(props.host()) + lun.number()).getBytes(UTF_8));
    return new Storage(
        backstore(lun), "block", lun.device().path(), serial.toString(), false, false);
  }

  private String name(Machine machine) {
    return props.iqn() + ":" + machine.name();
  }

  private static String backstore(Lun lun) {
    return "lun" + lun.number();
  }

  record Config(
      @JsonProperty("fabric_modules") List<String> fabricModules,
      @JsonProperty("storage_objects") List<Storage> storageObjects,
      List<Target> targets) {}

  record Storage(
      String name,
      String plugin,
      String dev,
      String wwn,
      @JsonProperty("write_back") boolean writeBack,
      boolean readonly) {}

  record Target(String wwn, String fabric, List<Group> tpgs) {}

  record Group(
      int tag,
      boolean enable,
      Attributes attributes,
      List<TargetLun> luns,
      List<Portal> portals,
      @JsonProperty("node_acls") List<Acl> nodeAcls) {}

  record Attributes(int authentication, @JsonProperty("generate_node_acls") int generateNodeAcls) {}

  record TargetLun(int index, @JsonProperty("storage_object") String storageObject) {}

  record Portal(@JsonProperty("ip_address") String ipAddress, int port) {}

  record Acl(
      @JsonProperty("node_wwn") String nodeWwn,
      @JsonProperty("mapped_luns") List<MappedLun> mappedLuns) {}

  record MappedLun(
      int index,
      @JsonProperty("tpg_lun") int tpgLun,
      @JsonProperty("write_protect") boolean writeProtect) {}
}

package io.github.homelab4j.hosts;

import io.github.homelab4j.core.BlockDeviceRef;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.LendsSpace;
import io.github.homelab4j.core.MountRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.hosts.LvmVolumesProps.Volume;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Thin volumes of LVM on a disk of a machine.
 *
 * <p>Provides {@link #volume}. Its script makes what is not there yet and grows what is too small;
 * it never shrinks or removes, and never touches a disk that holds something else.
 */
@ComponentInfo(
    name = "lvm",
    domain = Domain.HOSTS,
    upstream = "https://man7.org/linux/man-pages/man7/lvmthin.7.html")
public final class LvmVolumes extends HostComponent implements LendsSpace {
  static final String SCRIPT = "usr/local/sbin/make-volumes";

  private final LvmVolumesProps props;

  /** Stores its settings. */
  public LvmVolumes(Construct scope, String id, LvmVolumesProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * A volume.
   *
   * @throws InvalidPropsException when there is none of that name
   */
  public BlockDeviceRef volume(String name) {
    var names = props.volumes().stream().map(Volume::name).toList();
    if (!names.contains(name)) {
      throw new InvalidPropsException(
          "%s makes no volume '%s', only %s: add it to its volumes".formatted(id(), name, names));
    }
    return new BlockDeviceRef(
        props.host(),
        "/dev/%s/%s".formatted(props.group(), name),
        props.volumes().get(names.indexOf(name)).size(),
        Provider.of(this));
  }

  /**
   * The file system of a volume that the machine mounts.
   *
   * @throws InvalidPropsException when there is none of that name, or it is lent as a disk
   */
  public MountRef mount(String name) {
    return props.volumes().stream()
        .filter(volume -> volume.name().equals(name))
        .flatMap(volume -> volume.path().stream())
        .findFirst()
        .map(path -> new MountRef(path, Provider.of(this)))
        .orElseThrow(
            () ->
                new InvalidPropsException(
                    "%s mounts no volume '%s': add it to its volumes with mountedAt(…)"
                        .formatted(id(), name)));
  }

  @Override
  public String where() {
    return "volume group %s of %s".formatted(props.group(), props.host().name());
  }

  @Override
  public Quantity space() {
    return props.size();
  }

  @Override
  public List<Quantity> lent() {
    return props.volumes().stream().map(Volume::size).toList();
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Thin volumes take room as they are written to: a full pool stops all that is on them. `lvs %s` shows how full it is."
            .formatted(props.group()));
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING
        .withPackages("lvm2", "thin-provisioning-tools")
        .withCommands("/" + SCRIPT)
        .withStarted(mounted().map(volume -> mount(volume.name()).unit()).toArray(String[]::new));
  }

  private Stream<Volume> mounted() {
    return props.volumes().stream().filter(volume -> volume.path().isPresent());
  }

  @Override
  protected void define(HostFiles out) {
    out.add(props.host(), SCRIPT, FileKind.SHELL, script());
    mounted()
        .forEach(
            volume ->
                out.add(
                    props.host(),
                    "etc/systemd/system/" + mount(volume.name()).unit(),
                    FileKind.SYSTEMD_UNIT,
                    mountUnit(volume)));
  }

  private String script() {
    return """
        #!/bin/sh
        set -eu
        vgs %1$s >/dev/null 2>&1 || vgcreate %1$s %2$s
        lvs %1$s/thin >/dev/null 2>&1 || lvcreate --type thin-pool --extents 95%%FREE --name thin %1$s

        volume() {
          if lvs "%1$s/$1" >/dev/null 2>&1; then
            size=$(lvs --noheadings --nosuffix --units b --options lv_size "%1$s/$1" | tr -d ' ')
            [ "$size" -ge "$2" ] || lvextend --size "${2}b" "%1$s/$1"
          else
            lvcreate --thin --virtualsize "${2}b" --name "$1" %1$s/thin
          fi
        }

        # blkid ends with 2 when it finds nothing on a disk, but also when it cannot read it: hence dd.
        filesystem() {
        %3$s}

        %4$s
        """
        .formatted(
            props.group(),
            props.device(),
            FileSystems.madeOnce("\"/dev/%s/$1\"".formatted(props.group()), "\"$1\"").indent(2),
            props.volumes().stream().flatMap(LvmVolumes::calls).collect(Collectors.joining("\n")));
  }

  private static Stream<String> calls(Volume volume) {
    return Stream.concat(
        Stream.of("volume %s %s".formatted(volume.name(), bytes(volume.size()))),
        volume.path().stream().map(path -> "filesystem " + volume.name()));
  }

  private String mountUnit(Volume volume) {
    return """
        [Unit]
        Description=Volume %1$s
        Documentation=man:systemd.mount(5)

        [Mount]
        What=/dev/%2$s/%1$s
        Where=%3$s
        Type=ext4
        Options=noatime

        [Install]
        WantedBy=local-fs.target
        """
        .formatted(volume.name(), props.group(), volume.path().orElseThrow());
  }

  private static String bytes(Quantity size) {
    return size.amount().toBigIntegerExact().toString();
  }
}

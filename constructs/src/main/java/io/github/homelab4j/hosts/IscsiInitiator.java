package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.IscsiLunRef;
import io.github.homelab4j.core.MountRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import software.constructs.Construct;

/**
 * open-iscsi: disks of another machine, with a file system that is mounted at boot.
 *
 * <p>Provides {@link #mount}. Its script logs in and makes a file system on a disk that has nothing
 * on it; it never touches one that has.
 */
@ComponentInfo(
    name = "iscsi-initiator",
    domain = Domain.HOSTS,
    upstream = "https://github.com/open-iscsi/open-iscsi")
public final class IscsiInitiator extends HostComponent {
  private static final String SCRIPT = "usr/local/sbin/attach-storage";
  private static final String SERVICE = "attach-storage.service";
  private static final String UNITS = "etc/systemd/system/";
  // For as long as the target restarts, writes wait instead of failing.
  private static final int PATIENCE_SECONDS = 120;

  private final IscsiInitiatorProps props;

  /** Stores its settings. */
  public IscsiInitiator(Construct scope, String id, IscsiInitiatorProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where the disk of each machine is mounted. */
  public MountRef mount() {
    return new MountRef(props.path(), Provider.of(this));
  }

  @Override
  public List<Machine> machines() {
    return props.luns().stream().map(IscsiLunRef::machine).toList();
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING
        .withPackages("open-iscsi")
        // The daemon reads its name when it starts; sessions are the kernel's and go on.
        .withCommands("systemctl try-restart iscsid.service", "/" + SCRIPT)
        .withStarted("open-iscsi.service", SERVICE, mount().unit());
  }

  @Override
  protected void define(HostFiles out) {
    for (var lun : props.luns()) {
      out.add(
          lun.machine(),
          "etc/iscsi/initiatorname.iscsi",
          FileKind.ISCSI_INITIATOR,
          "InitiatorName=" + lun.initiator());
      out.add(lun.machine(), "etc/iscsi/iscsid.conf", FileKind.ISCSI_INITIATOR, settings());
      out.add(lun.machine(), SCRIPT, FileKind.SHELL, script(lun));
      out.add(lun.machine(), UNITS + mount().unit(), FileKind.SYSTEMD_UNIT, mountUnit(lun));
      out.add(lun.machine(), UNITS + SERVICE, FileKind.SYSTEMD_UNIT, service(lun));
    }
  }

  // Whatever else is attached, as Longhorn's volumes, is not there at boot: the script has the boot
  // log in to this disk, and to no other.
  private static String settings() {
    return """
        iscsid.startup = /bin/systemctl start iscsid.socket
        node.startup = manual
        node.leading_login = No
        node.session.timeo.replacement_timeout = %s
        node.session.scan = auto
        """
        .formatted(PATIENCE_SECONDS);
  }

  private String script(IscsiLunRef lun) {
    return """
        #!/bin/sh
        set -eu
        portal=%s
        target=%s
        disk=%s

        node() {
          iscsiadm --mode node --targetname "$target" --portal "$portal" "$@"
        }

        node >/dev/null 2>&1 || iscsiadm --mode discovery --type sendtargets --portal "$portal"
        node --op update --name node.startup --value automatic
        iscsiadm --mode session 2>/dev/null | grep -qF "$target" || node --login
        udevadm wait --timeout=30 "$disk"
        %s"""
        .formatted(
            lun.portal().hostPort(),
            lun.target(),
            lun.device(),
            FileSystems.madeOnce("\"$disk\"", props.label()));
  }

  private String mountUnit(IscsiLunRef lun) {
    return """
        [Unit]
        Description=Disk %s of %s
        Documentation=man:systemd.mount(5)
        Wants=open-iscsi.service
        After=open-iscsi.service

        [Mount]
        What=/dev/disk/by-label/%s
        Where=%s
        Type=ext4
        Options=_netdev,noatime

        [Install]
        WantedBy=remote-fs.target
        """
        .formatted(lun.lun(), lun.target(), props.label(), props.path());
  }

  // Login and mount of the boot give up after minutes; a target that comes back later than that,
  // as after a power cut, is still found.
  private String service(IscsiLunRef lun) {
    return """
        [Unit]
        Description=Disk %s of %s, however late it comes
        Wants=network-online.target
        After=network-online.target open-iscsi.service
        StartLimitIntervalSec=0

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        Restart=on-failure
        RestartSec=10s
        ExecStart=/bin/sh /%s
        ExecStart=/bin/systemctl start %s

        [Install]
        WantedBy=multi-user.target
        """
        .formatted(lun.lun(), lun.target(), SCRIPT, mount().unit());
  }
}

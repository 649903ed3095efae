package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostSecrets;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.hosts.ResticProps.Source;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * Restic: encrypted copies of machines' folders in an object store, every day by a timer of
 * systemd. {@code systemctl start restic-backup} makes one at once; {@code restic-backup} with
 * arguments is Restic with the machine's repository, as {@code restic-backup snapshots}.
 */
@ComponentInfo(
    name = "restic",
    domain = Domain.HOSTS,
    upstream = "https://restic.readthedocs.io/en/stable/")
public final class Restic extends HostComponent {
  private static final String UNIT = "restic-backup";
  private static final String ENVIRONMENT = "etc/restic/environment";
  private static final String PROGRAM = "usr/local/sbin/restic-backup";
  private static final String UNITS = "etc/systemd/system/";

  private final ResticProps props;

  /** Stores its settings. */
  public Restic(Construct scope, String id, ResticProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<Machine> machines() {
    return props.sources().stream().map(Source::machine).toList();
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Without %s the copies are lost: keep it where you find it when all machines are gone."
            .formatted(props.password().describe()));
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(
        Recovery.beforeFlux(
            "folders of the machines: "
                + props.sources().stream()
                    .map(
                        source ->
                            "%s of %s"
                                .formatted(
                                    String.join(", ", source.paths()), source.machine().name()))
                    .collect(Collectors.joining("; ")),
            "bucket %s at %s, a repository a machine, a day old at most"
                .formatted(props.bucket().name(), props.bucket().store().endpoint()),
            "On each machine: `/%s snapshots`, then `/%s restore latest --target /` with `--include` and what you want back."
                .formatted(PROGRAM, PROGRAM)));
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING.withPackages("restic").withUnits(UNIT + ".timer");
  }

  @Override
  protected void define(HostFiles out) {
    var store = props.bucket().store();
    for (var source : props.sources()) {
      var machine = source.machine();
      out.addTemplate(
          machine,
          ENVIRONMENT,
          FileKind.ENVIRONMENT,
          environment(machine),
          List.of(store.accessKeyId(), store.secretAccessKey(), props.password()));
      out.add(machine, PROGRAM, FileKind.SHELL, program());
      out.add(machine, UNITS + UNIT + ".service", FileKind.SYSTEMD_UNIT, service(source));
      out.add(machine, UNITS + UNIT + ".timer", FileKind.SYSTEMD_UNIT, timer());
    }
  }

  private String environment(Machine machine) {
    var store = props.bucket().store();
    return """
        RESTIC_REPOSITORY='s3:%s/%s/%s'
        RESTIC_PASSWORD='%s'
        RESTIC_CACHE_DIR='/var/cache/restic'
        AWS_DEFAULT_REGION='%s'
        AWS_ACCESS_KEY_ID='%s'
        AWS_SECRET_ACCESS_KEY='%s'
        """
        .formatted(
            store.endpoint(),
            props.bucket().name(),
            machine.name(),
            HostSecrets.placeholder(props.password()),
            store.region(),
            HostSecrets.placeholder(store.accessKeyId()),
            HostSecrets.placeholder(store.secretAccessKey()));
  }

  private static String program() {
    return """
        #!/bin/sh
        set -eua
        . /%s
        exec restic "$@"
        """
        .formatted(ENVIRONMENT);
  }

  // A repository is made by the first run; a copy that failed keeps the old ones. Restic ends with
  // 3 when files vanished while it read, as they do on a machine that runs.
  private String service(Source source) {
    return """
        [Unit]
        Description=Copies of %s
        Documentation=https://restic.readthedocs.io/en/stable/
        Wants=network-online.target
        After=network-online.target

        [Service]
        Type=oneshot
        EnvironmentFile=/%s
        Nice=10
        IOSchedulingClass=idle
        PrivateTmp=yes
        ProtectSystem=strict
        CacheDirectory=restic
        SuccessExitStatus=3
        ExecStartPre=/bin/sh -c 'restic cat config >/dev/null 2>&1 || restic init'
        ExecStart=/usr/bin/restic backup --exclude-caches%s %s
        ExecStart=/usr/bin/restic forget --keep-daily %s --keep-weekly %s --keep-monthly %s --prune
        """
        .formatted(
            String.join(" ", source.paths()),
            ENVIRONMENT,
            source.excludes().stream()
                .map(" --exclude=%s"::formatted)
                .collect(Collectors.joining()),
            String.join(" ", source.paths()),
            props.keepDaily(),
            props.keepWeekly(),
            props.keepMonthly());
  }

  // Minutes apart, so that machines do not all write at once; a run that was missed is made up for.
  private String timer() {
    return """
        [Unit]
        Description=Copies at %1$s

        [Timer]
        OnCalendar=*-*-* %1$s:00
        RandomizedDelaySec=10m
        Persistent=true

        [Install]
        WantedBy=timers.target
        """
        .formatted(props.at().withSecond(0).withNano(0));
  }
}

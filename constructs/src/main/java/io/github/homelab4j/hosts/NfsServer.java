package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NfsExportRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.plan.Machine;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * The kernel's NFS server: folders of a machine that others mount.
 *
 * <p>Provides {@link #export}.
 */
@ComponentInfo(
    name = "nfs-server",
    domain = Domain.HOSTS,
    upstream = "https://man7.org/linux/man-pages/man5/exports.5.html")
public final class NfsServer extends HostComponent {
  private final NfsServerProps props;

  /** Stores its settings. */
  public NfsServer(Construct scope, String id, NfsServerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * A folder that it shares.
   *
   * @throws InvalidPropsException when it shares none of that path
   */
  public NfsExportRef export(String path) {
    var export =
        props.exports().stream()
            .filter(each -> each.path().equals(path))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidPropsException(
                        "%s shares no '%s', only %s: add it to its exports"
                            .formatted(
                                id(),
                                path,
                                props.exports().stream()
                                    .map(NfsServerProps.Export::path)
                                    .toList())));
    return new NfsExportRef(
        props.host().address(), path, export.readOnly(), export.clients(), Provider.of(this));
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING
        .withPackages("nfs-kernel-server")
        .withCommands("exportfs -ra")
        .withUnits("nfs-kernel-server.service");
  }

  @Override
  protected void define(HostFiles out) {
    out.add(
        props.host(),
        "etc/exports.d/homelab.exports",
        FileKind.NFS_EXPORTS,
        props.exports().stream().map(NfsServer::line).collect(Collectors.joining("\n")));
  }

  // Writes are on the disk before they are acknowledged, and a folder is not its whole disk.
  private static String line(NfsServerProps.Export export) {
    var options = (export.readOnly() ? "ro" : "rw") + ",sync,no_subtree_check,root_squash";
    return export.clients().stream()
        .map(client -> "%s(%s)".formatted(client, options))
        .collect(Collectors.joining(" ", export.path() + " ", ""));
  }
}

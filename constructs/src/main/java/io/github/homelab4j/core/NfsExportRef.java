package io.github.homelab4j.core;

import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import java.util.List;

/**
 * A folder that a machine shares by NFS.
 *
 * @param server where it is reached
 * @param path the folder on the machine, as {@code /tank/media}
 * @param readOnly whether nobody may write
 * @param clients the networks whose machines may mount it
 * @param provider who shares it
 */
public record NfsExportRef(
    Ip server, String path, boolean readOnly, List<Cidr> clients, Provider provider)
    implements Ref {
  @Override
  public String without() {
    return "its volumes hang";
  }

  @Override
  public String describe() {
    return "NFS export %s:%s".formatted(server, path);
  }
}

package io.github.homelab4j.core;

/**
 * A Ceph cluster whose volumes another cluster may use, by what it must know beside addresses (from
 * the plan) and logins (from the secret store).
 *
 * @param blockPool the pool of block volumes
 * @param filesystem the file system of shared volumes
 * @param filesystemPool the pool of its files
 * @param provider who runs it
 */
public record CephRef(String blockPool, String filesystem, String filesystemPool, Provider provider)
    implements Ref {
  @Override
  public String without() {
    return "its volumes hang";
  }

  @Override
  public String describe() {
    return "Ceph pool %s and file system %s".formatted(blockPool, filesystem);
  }
}

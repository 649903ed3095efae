package io.github.homelab4j.core;

/**
 * A file system that is mounted at the same folder on several machines.
 *
 * @param path the folder, as {@code /storage}
 * @param provider who mounts it
 */
public record MountRef(String path, Provider provider) implements Ref {
  /** systemd's unit that mounts it, as {@code storage.mount}. */
  public String unit() {
    return path.substring(1).replace("-", "\\x2d").replace('/', '-') + ".mount";
  }

  @Override
  public String describe() {
    return "file system at " + path;
  }
}

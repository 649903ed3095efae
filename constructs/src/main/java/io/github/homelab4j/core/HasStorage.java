package io.github.homelab4j.core;

/** Props of what keeps data on a volume. */
public interface HasStorage {
  /** The class of its volumes. */
  StorageClassRef storage();
}

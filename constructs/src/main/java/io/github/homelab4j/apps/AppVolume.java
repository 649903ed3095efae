package io.github.homelab4j.apps;

import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.unit.Quantity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Something that an {@link Application} finds at a path. */
public sealed interface AppVolume {
  /** Its name; of a claim or of files, also that of the object. */
  String name();

  /** Where the container finds it. */
  String path();

  /** A volume for one machine at a time (ReadWriteOnce). */
  static Claim claim(String name, String path, StorageClassRef storage, Quantity size) {
    return new Claim(name, path, storage, size, false);
  }

  /** A volume for several machines at once (ReadWriteMany), of a class that can do so. */
  static Claim shared(String name, String path, StorageClassRef storage, Quantity size) {
    return new Claim(name, path, storage, size, true);
  }

  /** Room that is lost with the pod. */
  static Scratch scratch(String name, String path, Quantity size) {
    return new Scratch(name, path, size);
  }

  /** Files by their names, not to be written to; the program starts again when they change. */
  static Files files(String name, String path, Map<String, String> texts) {
    return new Files(name, path, texts);
  }

  /** A secret as a file, named like its key, not to be written to. */
  static SecretFile secret(String name, String path, SecretSource secret) {
    return new SecretFile(name, path, secret);
  }

  /**
   * A PersistentVolumeClaim. Flux leaves it in the cluster when the application leaves the stack.
   *
   * @param storage its class
   * @param size its size, which may grow later
   * @param shared whether several machines mount it at once
   */
  record Claim(String name, String path, StorageClassRef storage, Quantity size, boolean shared)
      implements AppVolume {}

  /**
   * An emptyDir.
   *
   * @param size the most that it takes of its machine's disk
   */
  record Scratch(String name, String path, Quantity size) implements AppVolume {}

  /**
   * A ConfigMap, named {@code <application>-<name>}.
   *
   * @param texts the files
   */
  record Files(String name, String path, Map<String, String> texts) implements AppVolume {
    /** Keeps its own copy, sorted. */
    public Files {
      texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }
  }

  /**
   * A key of a Secret.
   *
   * @param secret where its value comes from
   */
  record SecretFile(String name, String path, SecretSource secret) implements AppVolume {}
}

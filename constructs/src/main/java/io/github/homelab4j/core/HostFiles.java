package io.github.homelab4j.core;

import io.github.homelab4j.plan.Machine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the files of a host component. */
public final class HostFiles {
  private final List<HostFile> files = new ArrayList<>();

  /**
   * Adds a file.
   *
   * @param path where it lies below the machine's folder; as on the machine, where it has a file
   *     system of its own
   */
  public void add(Machine machine, String path, FileKind kind, String text) {
    files.add(new HostFile(machine, path, kind, text));
  }

  /**
   * Adds a file that needs secrets: a template, with {@link HostSecrets#placeholder} where each
   * value goes; {@code .j2} is added to its path.
   */
  public void addTemplate(
      Machine machine, String path, FileKind kind, String text, List<StoreKeyRef> secrets) {
    files.add(new HostFile(machine, path + HostFile.TEMPLATE, kind, text, secrets));
  }

  List<HostFile> files() {
    return Collections.unmodifiableList(files);
  }
}

package io.github.homelab4j.bench;

import java.nio.file.Path;

/**
 * One way to write manifests.
 *
 * @param name how tables and options call it
 * @param version its version
 * @param does what it does in a run
 * @param folder what it finds in the folder that it writes to
 * @param maker makes its command
 */
record Contender(String name, String version, String does, Folder folder, Maker maker) {
  /** What is in the folder that is written to. */
  enum Folder {
    /** Nothing: it is made anew for each run. */
    EMPTY,
    /** What the same wrote before. */
    WRITTEN
  }

  /** Makes the command that synthesizes a subject. */
  interface Maker {
    /**
     * The command.
     *
     * @param inputs the folder with the subject's objects, for those who read them
     * @param out the folder to write to
     */
    Command command(Subject subject, Path inputs, Path out);
  }
}

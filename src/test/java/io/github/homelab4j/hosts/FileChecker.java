package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What judges files of a kind, as the machine would. It is found by its name: {@code NamedConf} of
 * {@code NAMED_CONF}, and {@code Checker}.
 */
interface FileChecker {
  /** How it judges, for the table in the documents: the command, or whose grammar. */
  String how();

  /** The program that it runs; none when it knows the grammar itself. */
  default Optional<Program> program() {
    return Optional.empty();
  }

  /** What is wrong with a file; nothing when it is fine. */
  List<String> findings(WrittenFile file) throws IOException;

  /** What it accepts, and what it must not. */
  Sample sample();

  /**
   * A good file, and the same with a mistake in it.
   *
   * @param path where it lies on its machine, without a leading slash
   * @param sound a file that is fine
   * @param broken the file with one thing wrong
   * @param finding part of what is said of it
   */
  record Sample(String path, String sound, String broken, String finding) {}
}

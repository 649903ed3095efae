package io.github.homelab4j.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A recipe of a justfile. */
final class Script {
  private static final String INDENT = "    ";

  private final String comment;
  private final String name;
  private final List<String> after = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private boolean shell;

  /** A recipe, and what it does, in a sentence. */
  Script(String name, String comment) {
    this.name = name;
    this.comment = comment;
  }

  /** The recipe's name. */
  String name() {
    return name;
  }

  /** After these recipes. */
  Script after(String... names) {
    after.addAll(List.of(names));
    return this;
  }

  /** After these recipes. */
  Script after(List<String> names) {
    after.addAll(names);
    return this;
  }

  /** With more lines; lines of a text block are as many. */
  Script line(String text) {
    text.lines().forEach(lines::add);
    return this;
  }

  /** As one script of the shell instead of commands, which share nothing. */
  Script shell() {
    shell = true;
    return this;
  }

  /** The lines without what makes them a recipe. */
  List<String> lines() {
    return lines;
  }

  @Override
  public String toString() {
    var all = new ArrayList<String>();
    if (!comment.isEmpty()) {
      all.add("# " + comment);
    }
    all.add((name + ": " + String.join(" ", after)).stripTrailing());
    if (shell) {
      all.add(INDENT + "#!/usr/bin/env bash");
      all.add(INDENT + "set -euo pipefail");
    }
    lines.forEach(line -> all.add((INDENT + line).stripTrailing()));
    return all.stream().collect(Collectors.joining("\n", "", "\n"));
  }
}

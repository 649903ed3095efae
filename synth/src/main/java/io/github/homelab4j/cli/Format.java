package io.github.homelab4j.cli;

/** How a command answers. */
enum Format {
  /** For people. */
  text,
  /** For programs. */
  json
}

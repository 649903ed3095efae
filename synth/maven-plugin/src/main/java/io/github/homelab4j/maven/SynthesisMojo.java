package io.github.homelab4j.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A command that synthesizes homelabs. */
abstract class SynthesisMojo extends CommandMojo {
  /** The folder that holds one folder a cluster. */
  @Parameter(property = "homelab4j.out", defaultValue = "${project.basedir}/clusters")
  private File out;

  /**
   * The folder that holds {@code <cluster>/*.sops.yaml}: the owner's encrypted Secrets, copied as
   * they are. By default {@code secrets} beside the folder of the clusters.
   */
  @Parameter(property = "homelab4j.secrets")
  private File secrets;

  /** The beginning of a command, to which more can be added. */
  final List<String> begin(String name) {
    var command = new ArrayList<>(List.of(name, "--out", out.getPath()));
    if (secrets != null) {
      command.addAll(List.of("--secrets", secrets.getPath()));
    }
    return command;
  }
}

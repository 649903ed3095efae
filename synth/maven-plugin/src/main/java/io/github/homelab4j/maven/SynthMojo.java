package io.github.homelab4j.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes the manifests of homelabs. */
@Mojo(
    name = "synth",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class SynthMojo extends SynthesisMojo {
  /**
   * Replace files that are in the way although somebody else wrote or edited them, such as after a
   * merge.
   */
  @Parameter(property = "homelab4j.adopt", defaultValue = "false")
  private boolean adopt;

  /** Print how long each stage took, and how often jsii was crossed. */
  @Parameter(property = "homelab4j.timings", defaultValue = "false")
  private boolean timings;

  /** The clusters that are written; all are checked. By default all are written. */
  @Parameter(property = "homelab4j.clusters")
  private List<String> clusters;

  /** How many files are rendered at a time; by default one a core. */
  @Parameter(property = "homelab4j.jobs")
  private Integer jobs;

  @Override
  List<String> command() {
    var command = begin("synth");
    if (clusters != null) {
      command.addAll(clusters);
    }
    if (jobs != null) {
      command.addAll(List.of("--jobs", jobs.toString()));
    }
    if (adopt) {
      command.add("--adopt");
    }
    if (timings) {
      command.add("--timings");
    }
    return command;
  }
}

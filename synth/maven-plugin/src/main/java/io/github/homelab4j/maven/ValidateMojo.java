package io.github.homelab4j.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Checks every written manifest with kubeconform. */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class ValidateMojo extends CommandMojo {
  /** The folder that holds one folder a cluster. */
  @Parameter(property = "homelab4j.out", defaultValue = "${project.basedir}/clusters")
  private File out;

  /** The program; by default the one on the {@code PATH}. */
  @Parameter(property = "kubeconform.path", defaultValue = "kubeconform")
  private String program;

  /** Fail where kubeconform is missing, instead of saying how to install it. */
  @Parameter(property = "kubeconform.required", defaultValue = "false")
  private boolean required;

  /** Templates of where schemas are, joined by commas; by default the public ones. */
  @Parameter(property = "kubeconform.schemaLocations")
  private String schemaLocations;

  /** The folder in which downloaded schemas are kept. */
  @Parameter(defaultValue = "${project.build.directory}/schemas", readonly = true)
  private File cache;

  @Override
  List<String> command() {
    var command =
        new ArrayList<>(
            List.of(
                "validate",
                "--out",
                out.getPath(),
                "--kubeconform",
                program,
                "--cache",
                cache.getPath()));
    if (required) {
      command.add("--required");
    }
    if (schemaLocations != null && !schemaLocations.isBlank()) {
      command.addAll(List.of("--schema-location", schemaLocations));
    }
    return command;
  }
}

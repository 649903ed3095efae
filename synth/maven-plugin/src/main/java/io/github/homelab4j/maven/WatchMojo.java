package io.github.homelab4j.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes the manifests again for each save of the code, and says what the save changed. */
@Mojo(name = "watch", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class WatchMojo extends SynthesisMojo {
  /** Folders with your code; by default those of the project. */
  @Parameter(defaultValue = "${project.compileSourceRoots}")
  private List<String> sources;

  /** Folders with your resources, and files that your code reads. */
  @Parameter(property = "homelab4j.resources", defaultValue = "src/main/resources")
  private List<String> resources;

  /** More jars and folders that your code needs, beside the project's dependencies. */
  @Parameter(property = "homelab4j.classPath")
  private String classPath;

  /** Compile nothing, and watch the folder into which your IDE compiles. */
  @Parameter(property = "homelab4j.noCompile", defaultValue = "false")
  private boolean noCompile;

  /** The folder with the compiled classes of the project. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File classes;

  /** Print how long each stage took, and how often jsii was crossed. */
  @Parameter(property = "homelab4j.timings", defaultValue = "false")
  private boolean timings;

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File basedir;

  @Override
  List<String> command() {
    var command = begin("watch");
    command.addAll(List.of("--classes", classes.getPath()));
    sources.stream()
        .filter(folder -> new File(folder).isDirectory())
        .forEach(folder -> command.addAll(List.of("--sources", folder)));
    resources.forEach(
        path -> command.addAll(List.of("--resources", basedir.toPath().resolve(path).toString())));
    if (classPath != null) {
      command.addAll(List.of("--class-path", classPath));
    }
    if (noCompile) {
      command.add("--no-compile");
    }
    if (timings) {
      command.add("--timings");
    }
    return command;
  }
}

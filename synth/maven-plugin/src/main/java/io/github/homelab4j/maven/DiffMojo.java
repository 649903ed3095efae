package io.github.homelab4j.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says what the code changes in the clusters, compared with a commit. */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DiffMojo extends SynthesisMojo {
  /** A commit, branch or tag. */
  @Parameter(property = "against", defaultValue = "HEAD")
  private String against;

  /** {@code text}, {@code markdown} or {@code json}. */
  @Parameter(property = "format", defaultValue = "text")
  private String format;

  /** A file that the difference is written to; by default it is printed. */
  @Parameter(property = "output")
  private File output;

  @Override
  List<String> command() {
    var command = begin("diff");
    command.addAll(List.of("--against", against, "--format", format));
    if (output != null) {
      command.addAll(List.of("--output", output.getPath()));
    }
    return command;
  }
}

package io.github.homelab4j.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Draws what needs what, across clusters and hosts. */
@Mojo(name = "graph", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class GraphMojo extends CommandMojo {
  /** {@code mermaid}, {@code dot} or {@code json}. */
  @Parameter(property = "format", defaultValue = "mermaid")
  private String format;

  @Override
  List<String> command() {
    return List.of("graph", "--format", format);
  }
}

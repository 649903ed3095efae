package io.github.homelab4j.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists what there is. */
@Mojo(name = "list", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ListMojo extends CommandMojo {
  /** {@code components}, {@code constructs}, {@code addresses} or {@code versions}. */
  @Parameter(property = "what", required = true)
  private String what;

  /** {@code text} or {@code json}. */
  @Parameter(property = "format", defaultValue = "text")
  private String format;

  @Override
  List<String> command() {
    return List.of("list", what, "--format", format);
  }
}

package io.github.homelab4j.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says what stops working, in order and why, when something is gone. */
@Mojo(name = "impact", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ImpactMojo extends CommandMojo {
  /** A component, node, host, outside service, address or host name. */
  @Parameter(property = "what", required = true)
  private String what;

  /** {@code text} or {@code json}. */
  @Parameter(property = "format", defaultValue = "text")
  private String format;

  @Override
  List<String> command() {
    return List.of("impact", what, "--format", format);
  }
}

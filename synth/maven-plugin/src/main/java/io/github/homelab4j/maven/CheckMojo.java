package io.github.homelab4j.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails when the written files are not those that the code makes; writes nothing. */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class CheckMojo extends SynthesisMojo {
  /** {@code text} or {@code json}. */
  @Parameter(property = "format", defaultValue = "text")
  private String format;

  @Override
  List<String> command() {
    var command = begin("check");
    command.addAll(List.of("--format", format));
    return command;
  }
}

package io.github.homelab4j.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says where something comes from, what it needs and who uses it. */
@Mojo(name = "explain", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ExplainMojo extends CommandMojo {
  /** A component, kind/name, address, host name, file of a machine, or kind/name:/path/of/field. */
  @Parameter(property = "what", required = true)
  private String what;

  /** {@code text} or {@code json}. */
  @Parameter(property = "format", defaultValue = "text")
  private String format;

  /** A folder with a folder for each chart: what its values.yaml says of a value is told, too. */
  @Parameter(property = "charts")
  private File charts;

  @Override
  List<String> command() {
    var command = new ArrayList<>(List.of("explain", what, "--format", format));
    if (charts != null) {
      command.addAll(List.of("--charts", charts.getPath()));
    }
    return command;
  }
}

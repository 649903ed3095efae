package io.github.homelab4j.maven;

import io.github.homelab4j.cli.Main;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Makes a repository with one working cluster, a test, a workflow and Renovate. */
@Mojo(name = "init", requiresProject = false)
public final class InitMojo extends AbstractMojo {
  /** The folder of the repository; it must be new or empty. */
  @Parameter(property = "folder", required = true)
  private File folder;

  /** The Java package. */
  @Parameter(property = "package", defaultValue = "org.example")
  private String javaPackage;

  @Override
  public void execute() throws MojoFailureException {
    var arguments = new String[] {"init", folder.getPath(), "--package", javaPackage};
    if (Main.run(arguments) != 0) {
      throw new MojoFailureException("homelab4j init failed; its messages are above");
    }
  }
}

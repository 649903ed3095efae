package io.github.homelab4j.maven;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A command of the command line, run on the classes of the project. */
abstract class CommandMojo extends AbstractMojo {
  /** Classes of homelabs, each with a constructor without parameters. */
  @Parameter(property = "homelab4j.homelabs", required = true)
  private List<String> homelabs;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true)
  private List<Artifact> pluginArtifacts;

  /** The command and its options, without the homelabs. */
  abstract List<String> command();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    var arguments = new ArrayList<>(command());
    homelabs.forEach(name -> arguments.addAll(List.of("--homelab", name)));
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    // Maven's own libraries stay out: only the platform stands behind the project's class path.
    try (var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      var exit =
          (int)
              loader
                  .loadClass("io.github.homelab4j.cli.Main")
                  .getMethod("run", String[].class)
                  .invoke(null, (Object) arguments.toArray(String[]::new));
      if (exit != 0) {
        throw new MojoFailureException(
            "homelab4j %s ended with exit code %s; its messages are above"
                .formatted(arguments.get(0), exit));
      }
    } catch (InvocationTargetException e) {
      throw new MojoExecutionException("homelab4j failed", e.getCause());
    } catch (ReflectiveOperationException | IOException e) {
      throw new MojoExecutionException("homelab4j could not be started", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private URL[] classPath() throws MalformedURLException {
    var files = new ArrayList<File>();
    files.add(new File(project.getBuild().getOutputDirectory()));
    project.getArtifacts().stream().map(Artifact::getFile).forEach(files::add);
    pluginArtifacts.stream().map(Artifact::getFile).forEach(files::add);
    var urls = new ArrayList<URL>();
    for (var file : files) {
      urls.add(file.toURI().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}

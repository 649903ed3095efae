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
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Writes the manifests of homelabs. */
@Mojo(
    name = "synth",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class SynthMojo extends AbstractMojo {
  /** Classes of homelabs, each with a constructor without parameters. */
  @Parameter(required = true)
  private List<String> homelabs;

  /** The folder that holds one folder a cluster. */
  @Parameter(property = "homelab4j.out", defaultValue = "${project.basedir}/clusters")
  private File out;

  /** Print how long each stage took, and how often jsii was crossed. */
  @Parameter(property = "homelab4j.timings", defaultValue = "false")
  private boolean timings;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true)
  private List<Artifact> pluginArtifacts;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    var arguments = new ArrayList<String>(List.of("synth", "--out", out.getPath()));
    homelabs.forEach(name -> arguments.addAll(List.of("--homelab", name)));
    if (timings) {
      arguments.add("--timings");
    }
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
            "homelab4j synth ended with exit code " + exit + "; its messages are above");
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

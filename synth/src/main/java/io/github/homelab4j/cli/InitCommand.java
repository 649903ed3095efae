package io.github.homelab4j.cli;

import io.github.homelab4j.core.InvalidPropsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homelab4j init}: a new repository. */
@Command(
    name = "init",
    description = "Makes a repository with one working cluster, a test, a workflow and Renovate.",
    footer = {"", "Example:", "  homelab4j init my-homelab --package org.example"},
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "<folder>",
      description = "The folder of the repository; it must be new or empty.")
  private Path folder;

  @Option(
      names = "--package",
      paramLabel = "<package>",
      defaultValue = "org.example",
      description = "The Java package; default: ${DEFAULT-VALUE}.")
  private String javaPackage;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!javaPackage.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*")) {
      throw new InvalidPropsException(
          "'%s' is not a package: write lower-case names joined by dots, as org.example"
              .formatted(javaPackage));
    }
    var files =
        Template.of(javaPackage, folder.toAbsolutePath().normalize().getFileName().toString());
    files.write(folder);
    var out = spec.commandLine().getOut();
    out.println(
        "%s files in %s. Next: cd %s && mvn package".formatted(files.size(), folder, folder));
    out.flush();
    return 0;
  }
}

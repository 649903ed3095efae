package io.github.homelab4j.cli;

import io.github.homelab4j.core.Cdk8sRuntime;
import io.github.homelab4j.watch.ClassPath;
import io.github.homelab4j.watch.Saves;
import io.github.homelab4j.watch.SourceCompiler;
import io.github.homelab4j.watch.UserCode;
import io.github.homelab4j.watch.WatchedFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homelab4j watch}: a synthesis for each save. */
@Command(
    name = "watch",
    description =
        "Writes the manifests again for each save of the code, and says what the save changed.",
    footer = {
      "",
      "Examples:",
      "  homelab4j watch --homelab org.example.Home",
      "  homelab4j watch --homelab org.example.Home --resources versions.yaml",
      "  homelab4j watch --homelab org.example.Home --no-compile"
    },
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
  @Mixin private SynthesisOption synthesis;

  @Option(
      names = "--sources",
      paramLabel = "<folder>",
      defaultValue = "src/main/java",
      description = "A folder with your code; may be repeated; default: ${DEFAULT-VALUE}.")
  private List<Path> sources;

  @Option(
      names = "--resources",
      paramLabel = "<path>",
      defaultValue = "src/main/resources",
      description =
          "A folder with your resources, or a file that your code reads; may be repeated; default: ${DEFAULT-VALUE}.")
  private List<Path> resources;

  @Option(
      names = "--class-path",
      paramLabel = "<path>",
      description =
          "Jars and folders that your code needs beside homelab4j, joined as in Java's own option.")
  private String classPath;

  @Option(
      names = "--no-compile",
      description = "Compile nothing, and watch --classes, into which your IDE compiles.")
  private boolean compilesNothing;

  @Option(
      names = "--timings",
      description = "Print how long each stage took, and how often jsii was crossed.")
  private boolean timings;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (var folders = WatchedFolders.of(watched())) {
      var interrupt = Interrupt.to(folders::close);
      run(folders, interrupt::isRaised);
      return 0;
    }
  }

  /** Synthesizes, and again for each save, until there are no more. */
  void run(Saves saves, BooleanSupplier isOver) {
    var parent = Thread.currentThread().getContextClassLoader();
    // Before there is a save: its threads keep the class loader that they are born with.
    Cdk8sRuntime.start(List.of());
    try (var libraries = ClassPath.over(parent, classPath);
        var code = new UserCode(compiler(libraries), folders(), libraries)) {
      new WatchLoop(synthesis, code, new WatchPrinter(spec.commandLine(), timings), isOver)
          .run(saves);
    } finally {
      Thread.currentThread().setContextClassLoader(parent);
    }
  }

  private List<Path> watched() {
    var paths = new ArrayList<>(compilesNothing ? List.of(synthesis.classes()) : sources);
    paths.addAll(resources);
    synthesis.secrets().ifPresent(paths::add);
    return paths;
  }

  private Optional<SourceCompiler> compiler(ClassPath libraries) {
    if (compilesNothing) {
      return Optional.empty();
    }
    for (var folder : sources) {
      if (!Files.isDirectory(folder)) {
        throw new UsageException(
            "there is no folder %s: name that of your code with --sources, or watch compiled classes with --no-compile"
                .formatted(folder));
      }
    }
    var path = new ArrayList<>(folders());
    path.addAll(libraries.paths());
    var compiler = SourceCompiler.of(sources, path);
    if (compiler.isEmpty()) {
      throw new UsageException(
          "this Java has no compiler: run with a JDK, or watch compiled classes with --no-compile");
    }
    return compiler;
  }

  // As Maven has them together in one folder.
  private List<Path> folders() {
    var folders = new ArrayList<Path>();
    resources.stream().filter(Files::isDirectory).forEach(folders::add);
    if (Files.isDirectory(synthesis.classes())) {
      folders.add(synthesis.classes());
    }
    return folders;
  }
}

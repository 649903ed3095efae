package io.github.homelab4j.cli;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Findings;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.render.LockFile;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.synth.Timings;
import io.github.homelab4j.write.TreeWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homelab4j synth}: writes the manifests of homelabs. */
@Command(
    name = "synth",
    description = "Writes the manifests of homelabs.",
    mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {
  @Option(
      names = "--homelab",
      required = true,
      description = "Class of a homelab with a constructor without parameters; may be repeated.")
  private List<String> homelabs;

  @Option(
      names = "--out",
      required = true,
      description = "The folder that holds one folder a cluster.")
  private Path out;

  @Option(
      names = "--secrets",
      description =
          "The folder that holds <cluster>/*.sops.yaml: the owner's encrypted Secrets, copied as they are. Default: secrets beside --out.")
  private Path secrets;

  @Option(
      names = "--timings",
      description = "Print how long each stage took, and how often jsii was crossed.")
  private boolean timings;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var stdout = spec.commandLine().getOut();
    try {
      var rootFiles = new TreeMap<String, String>();
      for (var name : homelabs) {
        synthesize(name, rootFiles);
      }
      write(rootFiles);
      return 0;
    } catch (SynthesisException | InvalidPropsException | TreeWriter.ForeignFilesException e) {
      spec.commandLine().getErr().println(e.getMessage());
      if (e instanceof SynthesisException wrong) {
        stdout.println(wrong.summary());
      }
      stdout.println("Nothing was written.");
      return 1;
    }
  }

  // Pages of several homelabs follow each other. A lock that is not needed any more says so.
  private static void add(HomelabPlan plan, Path out, Synthesis synthesis, Map<String, String> to) {
    synthesis
        .rootFiles()
        .forEach((name, text) -> to.merge(name, text, (one, other) -> one + "\n" + other));
    if (Files.exists(out.resolve(LockFile.name(plan)))) {
      to.putIfAbsent(LockFile.name(plan), LockFile.of(plan));
    }
  }

  private void write(Map<String, String> rootFiles) {
    try {
      for (var file : rootFiles.entrySet()) {
        var path = out.resolve(file.getKey());
        if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
          Files.createDirectories(out);
          Files.writeString(path, file.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void synthesize(String name, Map<String, String> rootFiles) {
    var stdout = spec.commandLine().getOut();
    var times = new Timings();
    var homelab = times.time("build", () -> AddressLock.in(out, () -> create(name)));
    var synthesis =
        Synthesizer.synthesize(
            homelab,
            Optional.of(secrets == null ? out.toAbsolutePath().resolveSibling("secrets") : secrets),
            Optional.of(out),
            times);
    add(homelab.plan(), out, synthesis, rootFiles);
    for (var cluster : synthesis.clusters()) {
      var files = synthesis.files().get(cluster.id());
      int changed = times.time("write", () -> TreeWriter.write(out.resolve(cluster.id()), files));
      stdout.printf(
          "%s: %s components, %s objects, %s files, %s changed%n",
          cluster.id(), cluster.units().size(), cluster.objects().count(), files.size(), changed);
    }
    print(synthesis.verdict().findings());
    if (timings) {
      stdout.print(times);
    }
    stdout.flush();
  }

  // What stops nothing is said all the same.
  private void print(List<Finding> findings) {
    var lines = Findings.lines(findings);
    if (!lines.isEmpty()) {
      spec.commandLine().getErr().println(lines);
    }
    spec.commandLine().getOut().println(Findings.summary(findings));
  }

  // Props are checked while the homelab is built: their message is what the user needs, not the way
  // it was called.
  private static Homelab create(String name) {
    try {
      var loader = Thread.currentThread().getContextClassLoader();
      return (Homelab) Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new InvalidPropsException(
          "%s is not a homelab (%s): name a class that extends Homelab and has a constructor without parameters"
              .formatted(name, e));
    }
  }
}

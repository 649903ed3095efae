package io.github.homelab4j.bench;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.render.FluxTree;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.write.Output;
import io.github.homelab4j.write.TreeWriter;
import io.github.homelab4j.write.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.example.fleet.Fleet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The engine's stages, each once on what the stage before made anew: objects are made once and kept
 * by their components, so nothing may be measured twice.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StageBenchmark {
  /** Constructs, references and the plan: one call into jsii a component. */
  @Benchmark
  public List<Homelab> build(Size size) {
    return size.homelabs();
  }

  /** Objects, edges, namespaces. */
  @Benchmark
  public List<Resolution> resolve(Built built) {
    return built.homelabs.stream().map(Resolver::resolve).toList();
  }

  /** All rules. */
  @Benchmark
  public List<Verdict> check(Resolved resolved) {
    return resolved.resolutions.stream().map(Checks::run).toList();
  }

  /** What Flux reads, as text, read back. */
  @Benchmark
  public SortedMap<String, SortedMap<String, String>> render(Resolved resolved) {
    return resolved.rendered();
  }

  /** Files into an empty folder. */
  @Benchmark
  public Written write(Rendered rendered) {
    return TreeWriter.write(rendered.folder, rendered.output);
  }

  /** The same files over themselves. */
  @Benchmark
  public Written rewrite(WrittenBefore written) {
    return TreeWriter.write(written.folder, written.output);
  }

  /** How large. */
  @State(Scope.Thread)
  public static class Size {
    /** Objects of a generated fleet; 0 for the reference homelabs. */
    @Param("0")
    public int objects;

    List<Homelab> homelabs() {
      return objects == 0
          ? List.of(new InfraAppsHomelab(), new K3sPiHomelab())
          : List.of(new Fleet(objects, 0));
    }
  }

  /** Homelabs. */
  @State(Scope.Thread)
  public static class Built extends Size {
    List<Homelab> homelabs;

    /** Builds them. */
    @Setup(Level.Invocation)
    public void make() {
      homelabs = homelabs();
    }
  }

  /** Homelabs, resolved. */
  @State(Scope.Thread)
  public static class Resolved extends Size {
    List<Resolution> resolutions;

    /** Resolves them. */
    @Setup(Level.Invocation)
    public void make() throws IOException {
      resolutions = homelabs().stream().map(Resolver::resolve).toList();
    }

    SortedMap<String, SortedMap<String, String>> rendered() {
      var files = new TreeMap<String, SortedMap<String, String>>();
      for (var resolution : resolutions) {
        for (var cluster : resolution.clusters()) {
          var plan = resolution.homelab().plan();
          files.put(cluster.id(), FluxTree.of(plan, cluster, List.of(), Jobs.onAllCores()));
        }
      }
      return files;
    }
  }

  /** Files, and an empty folder. */
  @State(Scope.Thread)
  public static class Rendered extends Resolved {
    Output output;
    Path folder;

    /** Renders them once: what is written does not change. */
    @Override
    @Setup(Level.Invocation)
    public void make() throws IOException {
      if (output == null) {
        super.make();
        output = Output.of(rendered());
        resolutions = List.of();
      }
      folder = Files.createTempDirectory("stage");
    }

    /** Deletes the folder. */
    @TearDown(Level.Invocation)
    public void delete() throws IOException {
      Folders.delete(folder);
    }
  }

  /** Files, and a folder that holds them. */
  @State(Scope.Thread)
  public static class WrittenBefore extends Rendered {
    /** Writes them. */
    @Override
    @Setup(Level.Invocation)
    public void make() throws IOException {
      super.make();
      TreeWriter.write(folder, output);
    }
  }
}

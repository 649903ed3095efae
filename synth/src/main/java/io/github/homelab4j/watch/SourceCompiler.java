package io.github.homelab4j.watch;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles what was saved, in this process and into memory. Only the files that changed, unless
 * others see the change: then all of them. What does not compile changes nothing.
 */
public final class SourceCompiler implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of("-parameters", "-g", "-nowarn", "-Xlint:none", "-implicit:none");

  private final List<Path> folders;
  private final JavaCompiler compiler;
  private final StandardJavaFileManager files;
  private final Processors processors;
  // Saved since all was well, or never compiled.
  private final Set<Path> pending = new TreeSet<>();
  private CompiledClasses classes = new CompiledClasses();

  private SourceCompiler(List<Path> folders, JavaCompiler compiler, List<Path> classPath) {
    this.folders = folders;
    this.compiler = compiler;
    this.files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    this.processors = Processors.on(classPath);
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      // Otherwise javac looks for sources on the class path.
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A compiler of all Java files below folders.
   *
   * @param classPath what they are compiled against; annotation processors on it take part
   * @return none when this Java has no compiler
   */
  public static Optional<SourceCompiler> of(List<Path> folders, List<Path> classPath) {
    return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
        .map(javac -> new SourceCompiler(folders, javac, classPath));
  }

  /** Compiles all files. */
  public Compilation compileAll() {
    return commit(all(), new CompiledClasses());
  }

  /** Compiles what was saved, and what was saved before and is not compiled yet. */
  public Compilation compile(Set<Path> saved) {
    saved.stream().filter(SourceCompiler::isSource).forEach(pending::add);
    if (pending.isEmpty()) {
      return new Compilation(List.of(), 0);
    }
    if (!pending.stream().allMatch(Files::exists)) {
      return compileAll();
    }
    var run = run(pending, classes);
    return run.errors.isEmpty() && !classes.looksAs(run.compiled)
        ? compileAll()
        : commit(run, classes);
  }

  private Compilation commit(Run run, CompiledClasses before) {
    if (run.errors.isEmpty()) {
      classes = before.with(run.compiled);
      pending.clear();
    }
    return new Compilation(run.errors, run.files);
  }

  private Run all() {
    var sources = new TreeSet<Path>();
    for (var folder : folders) {
      try (var found = Files.walk(folder)) {
        found.filter(SourceCompiler::isSource).forEach(sources::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return run(sources, new CompiledClasses());
  }

  private static boolean isSource(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".java") && !name.startsWith(".") && !name.equals("module-info.java");
  }

  private Run run(Collection<Path> sources, CompiledClasses before) {
    var wrong = new DiagnosticCollector<JavaFileObject>();
    var memory = new MemoryFiles(files, before);
    var compiled = new CompiledClasses();
    if (sources.isEmpty()) {
      return new Run(List.of(), 0, compiled);
    }
    var task =
        (JavacTask)
            compiler.getTask(
                null, memory, wrong, OPTIONS, null, files.getJavaFileObjectsFromPaths(sources));
    task.setProcessors(processors.fresh());
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
              compiled.addShape(event.getSourceFile().getName(), Shape.of(event.getTypeElement()));
            }
          }
        });
    boolean sound = task.call();
    memory.collect(compiled);
    var errors = new ArrayList<String>();
    for (var each : wrong.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(line(each));
      }
    }
    if (!sound && errors.isEmpty()) {
      errors.add("javac failed and does not say why: compile with Maven to see it");
    }
    return new Run(errors, sources.size(), compiled);
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) {
    var message = error.getMessage(Locale.ROOT);
    var source = error.getSource();
    if (source == null) {
      return message;
    }
    var file = Path.of(source.getName());
    var here = Path.of("").toAbsolutePath();
    var shown = file.isAbsolute() && file.startsWith(here) ? here.relativize(file) : file;
    return "%s:%s: %s".formatted(shown, error.getLineNumber(), message);
  }

  /** What is compiled: the code of each class, by its binary name. */
  public Map<String, byte[]> classes() {
    return classes.bytes();
  }

  @Override
  public void close() {
    try {
      files.close();
      processors.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Run(List<String> errors, int files, CompiledClasses compiled) {}
}

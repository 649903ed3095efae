package io.github.homelab4j.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The user's own code: compiled here, or by an IDE into a folder. */
public final class UserCode implements AutoCloseable {
  private final Optional<SourceCompiler> compiler;
  private final List<Path> folders;
  private final ClassLoader parent;
  private boolean compiled;

  /**
   * Code of sources and folders.
   *
   * @param compiler none where somebody else compiles
   * @param folders with classes and resources, in their order
   * @param parent has the libraries
   */
  public UserCode(Optional<SourceCompiler> compiler, List<Path> folders, ClassLoader parent) {
    this.compiler = compiler;
    this.folders = List.copyOf(folders);
    this.parent = parent;
  }

  /** Compiles what was saved; the first time everything. */
  public Compilation compile(Set<Path> saved) {
    if (compiler.isEmpty()) {
      return new Compilation(List.of(), 0);
    }
    var compilation = compiled ? compiler.get().compile(saved) : compiler.get().compileAll();
    compiled |= compilation.isSound();
    return compilation;
  }

  /** What was compiled last, freshly loaded. */
  public UserClasses load() {
    return new UserClasses(compiler.map(SourceCompiler::classes).orElse(Map.of()), folders, parent);
  }

  @Override
  public void close() {
    compiler.ifPresent(SourceCompiler::close);
  }
}

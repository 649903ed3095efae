package io.github.homelab4j.watch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What one run of the compiler reads and writes: the classes of the runs before stand in front of
 * the class path, and what it makes is kept in memory, sources of annotation processors too.
 */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, byte[]> before;
  private final List<Made> made = new ArrayList<>();

  /** Does not close what it is built on. */
  MemoryFiles(StandardJavaFileManager files, CompiledClasses before) {
    super(files);
    this.before = before.bytes();
  }

  /** What was compiled. */
  void collect(CompiledClasses compiled) {
    for (var each : made) {
      if (each.getKind() == Kind.CLASS) {
        compiled.add(each.source, each.name, each.bytes());
      }
    }
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_OUTPUT
        || location == StandardLocation.SOURCE_OUTPUT
        || super.hasLocation(location);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, Kind kind, FileObject sibling) {
    var file = new Made(name, kind, sibling == null ? name : sibling.getName());
    made.add(file);
    return file;
  }

  // Resources of processors are nobody's here.
  @Override
  public FileObject getFileForOutput(
      Location location, String folder, String name, FileObject sibling) {
    return new Made(name, Kind.OTHER, name);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String folder, Set<Kind> kinds, boolean recurse) throws IOException {
    var found = super.list(location, folder, kinds, recurse);
    if (location != StandardLocation.CLASS_PATH || !kinds.contains(Kind.CLASS)) {
      return found;
    }
    var all = new ArrayList<JavaFileObject>();
    var names = new HashSet<String>();
    before.forEach(
        (name, bytes) -> {
          if (name.substring(0, Math.max(0, name.lastIndexOf('.'))).equals(folder)) {
            names.add(name);
            all.add(new Made(name, bytes));
          }
        });
    for (var file : found) {
      if (names.isEmpty() || !names.contains(super.inferBinaryName(location, file))) {
        all.add(file);
      }
    }
    return all;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Made mine ? mine.name : super.inferBinaryName(location, file);
  }

  @Override
  public void close() {
    // Kept warm for the next run.
  }

  private static final class Made extends SimpleJavaFileObject {
    private final String name;
    private final String source;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Made(String name, Kind kind, String source) {
      super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
      this.name = name;
      this.source = source;
    }

    Made(String name, byte[] bytes) {
      this(name, Kind.CLASS, name);
      out.writeBytes(bytes);
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    @Override
    public OutputStream openOutputStream() {
      return out;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return out.toString(StandardCharsets.UTF_8);
    }
  }
}

package io.github.homelab4j.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are compiled again after a save. */
class SourceCompilerTest {
  private static final String USER = "package p; class User { int two() { return %s; } }";

  @TempDir private Path folder;
  private SourceCompiler compiler;

  @BeforeEach
  void begin() throws IOException {
    write("p/Used.java", "package p; class Used { static int one() { return 1; } }");
    write("p/User.java", USER.formatted("2 * Used.one()"));
    compiler = SourceCompiler.of(List.of(folder), List.of()).orElseThrow();
    assertThat(compiler.compileAll()).isEqualTo(new Compilation(List.of(), 2));
  }

  @AfterEach
  void end() {
    compiler.close();
  }

  @Test
  void other_code_compiles_its_own_file_only() throws Exception {
    assertThat(save("p/Used.java", "package p; class Used { static int one() { return 3; } }"))
        .isEqualTo(new Compilation(List.of(), 1));
    assertThat(two()).isEqualTo(6);
  }

  @Test
  void a_private_member_is_seen_by_nobody_else() throws IOException {
    assertThat(
            save(
                "p/Used.java",
                "package p; class Used { private static int x; static int one() { return x; } }"))
        .isEqualTo(new Compilation(List.of(), 1));
  }

  @Test
  void a_member_of_another_type_compiles_all_files() throws Exception {
    assertThat(save("p/Used.java", "package p; class Used { static long one() { return 1; } }"))
        .satisfies(
            compilation ->
                assertThat(compilation.errors())
                    .singleElement()
                    .asString()
                    .startsWith(folder.resolve("p/User.java") + ":1: incompatible types"));
    assertThat(two()).as("what was sound last").isEqualTo(2);
    assertThat(save("p/User.java", USER.formatted("(int) (4 * Used.one())")).isSound()).isTrue();
    assertThat(two()).isEqualTo(4);
  }

  @Test
  void a_constant_that_others_have_copied_compiles_all_files() throws Exception {
    save("p/Used.java", "package p; class Used { static final int ONE = 1; }");
    save("p/User.java", USER.formatted("2 * Used.ONE"));
    assertThat(save("p/Used.java", "package p; class Used { static final int ONE = 5; }"))
        .isEqualTo(new Compilation(List.of(), 2));
    assertThat(two()).isEqualTo(10);
  }

  @Test
  void a_file_that_is_gone_takes_its_classes_along() throws IOException {
    Files.delete(folder.resolve("p/Used.java"));
    assertThat(compiler.compile(Set.of(folder.resolve("p/Used.java"))).errors())
        .singleElement()
        .asString()
        .contains("User.java:1: cannot find symbol");
    assertThat(save("p/User.java", USER.formatted("7")).isSound()).isTrue();
    assertThat(compiler.classes()).containsOnlyKeys("p.User");
  }

  @Test
  void a_class_that_is_gone_from_its_file_is_forgotten() throws IOException {
    save(
        "p/Used.java",
        "package p; class Used { static int one() { return new Object() {}.hashCode(); } }");
    assertThat(compiler.classes()).containsKey("p.Used$1");
    save("p/Used.java", "package p; class Used { static int one() { return 1; } }");
    assertThat(compiler.classes()).containsOnlyKeys("p.Used", "p.User");
  }

  @Test
  void a_file_that_did_not_compile_is_compiled_with_the_next_save() throws Exception {
    assertThat(
            save("p/Used.java", "package p; class Used { static int one() { return 1 }").errors())
        .first()
        .asString()
        .endsWith("Used.java:1: ';' expected");
    Files.writeString(
        folder.resolve("p/Used.java"), "package p; class Used { static int one() { return 8; } }");
    assertThat(save("p/User.java", USER.formatted("Used.one()"))).returns(2, Compilation::files);
    assertThat(two()).isEqualTo(8);
  }

  @Test
  void what_is_no_source_is_not_compiled() {
    assertThat(compiler.compile(Set.of(folder.resolve("p/readme.txt"))))
        .isEqualTo(new Compilation(List.of(), 0));
  }

  private Compilation save(String file, String text) throws IOException {
    return compiler.compile(Set.of(write(file, text)));
  }

  private Path write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Object two() throws ReflectiveOperationException {
    try (var classes =
        new UserClasses(compiler.classes(), List.of(), getClass().getClassLoader())) {
      var constructor = classes.loadClass("p.User").getDeclaredConstructor();
      constructor.setAccessible(true);
      var method = classes.loadClass("p.User").getDeclaredMethod("two");
      method.setAccessible(true);
      return method.invoke(constructor.newInstance());
    }
  }
}

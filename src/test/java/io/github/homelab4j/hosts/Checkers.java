package io.github.homelab4j.hosts;

import io.github.homelab4j.core.FileKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checker of each kind of file, and the page that lists them. */
final class Checkers {
  private Checkers() {}

  /** The checker of a kind; none as long as no component writes such files. */
  static Optional<FileChecker> of(FileKind kind) {
    try {
      var checker = Class.forName(Checkers.class.getPackageName() + "." + name(kind));
      var constructor = checker.getDeclaredConstructor();
      constructor.setAccessible(true);
      return Optional.of((FileChecker) constructor.newInstance());
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name(kind) + " needs a constructor without parameters", e);
    }
  }

  static String name(FileKind kind) {
    return Arrays.stream(kind.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("", "", "Checker"));
  }

  /** The page: every kind, how it is judged, and what installs the program. */
  static String page() {
    var rows =
        Arrays.stream(FileKind.values())
            .flatMap(kind -> of(kind).map(checker -> row(kind, checker)).stream())
            .collect(Collectors.joining("\n"));
    return """
        # Files of machines

        What a component outside Kubernetes writes to `clusters/<cluster>/hosts/<machine>/` is judged by the program that reads it on the machine, as `mvn verify` runs it; where a program cannot be had or does not judge, by the grammar that its vendor documents, for what we write of it. `inventory.json` tells the kind of each file.
        A program that is not installed skips the test, which then says how to install it; `-Dhosts.required=true` makes that a failure. `.ci/run` installs all of them on Debian.

        Templates end with `.j2`: they hold a variable where a secret goes, and a comment that says whose value it is. Ansible fills them; the checkers see them filled with stand-ins.

        | kind | judged by | installed by |
        |---|---|---|
        %s
        """
        .formatted(rows);
  }

  private static String row(FileKind kind, FileChecker checker) {
    return "| %s | %s | %s |"
        .formatted(
            kind.what(),
            checker.how(),
            checker.program().map(program -> "`%s`".formatted(program.install())).orElse(""));
  }
}

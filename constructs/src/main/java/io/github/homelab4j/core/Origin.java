package io.github.homelab4j.core;

import java.util.List;

/**
 * Where in the user's code something was said.
 *
 * @param file name of the source file
 * @param line its line
 * @param helper the line of a helper method in between, or empty
 */
public record Origin(String file, int line, String helper) {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final String LIBRARY = "io.github.homelab4j.";
  // The reference homelabs stand where a user's own code stands.
  private static final List<String> USERS = List.of(LIBRARY + "stacks.", LIBRARY + "example.");

  /**
   * The first line outside this library on the current stack; through a helper, the line that
   * called the helper.
   */
  public static Origin here() {
    var frames = WALKER.walk(stack -> stack.filter(Origin::isUser).limit(2).toList());
    if (frames.isEmpty()) {
      return new Origin("unknown", 0, "");
    }
    var inner = frames.get(0);
    var outer = frames.get(frames.size() - 1);
    if (frames.size() == 1
        || !outer.getClassName().equals(inner.getClassName())
        || inner.getMethodName().equals("<init>")) {
      return new Origin(file(inner), inner.getLineNumber(), "");
    }
    return new Origin(
        file(outer), outer.getLineNumber(), file(inner) + ":" + inner.getLineNumber());
  }

  @Override
  public String toString() {
    return helper.isEmpty()
        ? file + ":" + line
        : "%s:%s, in helper %s".formatted(file, line, helper);
  }

  private static String file(StackWalker.StackFrame frame) {
    return frame.getFileName() == null ? frame.getClassName() : frame.getFileName();
  }

  private static boolean isUser(StackWalker.StackFrame frame) {
    // Users write components of their own: what went wrong is said where they are composed.
    if (Component.class.isAssignableFrom(frame.getDeclaringClass())) {
      return false;
    }
    var name = frame.getClassName();
    if (name.startsWith(LIBRARY)) {
      return USERS.stream().anyMatch(name::startsWith) || name.endsWith("Test");
    }
    return !name.startsWith("java.")
        && !name.startsWith("jdk.")
        && !name.startsWith("sun.")
        && !name.startsWith("software.")
        && !name.startsWith("org.cdk8s.")
        && !name.startsWith("org.junit.")
        && !name.startsWith("org.apache.maven.");
  }
}

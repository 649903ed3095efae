package io.github.homelab4j.check.object;

import java.util.regex.Pattern;

/** Forms of names. */
enum Names {
  /** Labels joined by dots, as most objects are named. */
  SUBDOMAIN("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*", 253),
  /** A label of a DNS name. */
  LABEL("[a-z0-9]([-a-z0-9]*[a-z0-9])?", 63),
  /** A label that begins with a letter. */
  LETTER_LABEL("[a-z]([-a-z0-9]*[a-z0-9])?", 63),
  /** A segment of a path: RBAC's names, in which a colon is usual. */
  SEGMENT("(?!\\.\\.?$)[^/%\\s]+", 253);

  private final Pattern pattern;
  private final int length;

  Names(String pattern, int length) {
    this.pattern = Pattern.compile(pattern);
    this.length = length;
  }

  boolean allows(String name, int atMost) {
    return name.length() <= atMost && pattern.matcher(name).matches();
  }

  /** The longest name of this form. */
  int length() {
    return length;
  }

  /** How a name of this form is made. */
  String advice() {
    return switch (this) {
      case SUBDOMAIN -> "use lower-case letters, digits and hyphens";
      case LABEL -> "use lower-case letters, digits and hyphens, without dots";
      case LETTER_LABEL -> "begin with a letter and use lower-case letters, digits and hyphens";
      case SEGMENT -> "use no slash, percent sign or space";
    };
  }
}

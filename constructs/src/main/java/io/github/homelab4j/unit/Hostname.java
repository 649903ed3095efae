package io.github.homelab4j.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import java.util.regex.Pattern;

/**
 * A DNS name, lower case, without the final dot; {@code *.} may stand first.
 *
 * @param name the whole name, as {@code harbor.example.org}
 * @throws InvalidPropsException when it is not a DNS name
 */
public record Hostname(@JsonValue String name) implements Comparable<Hostname> {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(\\*\\.)?[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*");

  /** Checks the grammar. */
  public Hostname {
    if (name.length() > 253 || !GRAMMAR.matcher(name).matches()) {
      name =
          Invalid.value(
              "'%s' is not a host name: use lower-case labels of letters, digits and hyphens, joined by dots"
                  .formatted(name),
              "stand-in.invalid");
    }
  }

  /** A name as written. */
  public static Hostname of(String name) {
    return new Hostname(name);
  }

  /** This name below another: {@code of("harbor").in(of("example.org"))}. */
  public Hostname in(Hostname domain) {
    return new Hostname(name + "." + domain.name);
  }

  /**
   * Whether this name, which may begin with {@code *.}, stands for the other one; the asterisk
   * covers one label.
   */
  public boolean covers(Hostname other) {
    if (!name.startsWith("*.")) {
      return name.equals(other.name);
    }
    var dot = other.name.indexOf('.');
    return dot > 0 && other.name.substring(dot + 1).equals(name.substring(2));
  }

  /** {@code https://} and the name. */
  public String https() {
    return "https://" + name;
  }

  @Override
  public int compareTo(Hostname other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}

package io.github.homelab4j.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.graph.Emitted;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/** One object as it is written, or a part of it. */
public final class ManifestAssert extends AbstractAssert<ManifestAssert, JsonNode> {
  private final String name;
  private final String path;

  ManifestAssert(HasMetadata object) {
    this(object.getKind() + " " + object.getMetadata().getName(), "", Json.tree(object));
  }

  ManifestAssert(Emitted object) {
    this(object.describe(), "", object.tree());
  }

  private ManifestAssert(String name, String path, JsonNode node) {
    super(node, ManifestAssert.class);
    this.name = name;
    this.path = path;
  }

  /**
   * A field by its JSON pointer has this value: a text, a number, a switch, or anything that prints
   * as the text.
   */
  public ManifestAssert has(String pointer, Object expected) {
    var found = actual.at(pointer);
    if (found.isMissingNode() || !same(found, expected)) {
      failWithMessage(
          "Expecting %s to have %s%s%n  of value  %s%n  but it %s",
          name, path, pointer, expected, found.isMissingNode() ? "is absent" : "is " + found);
    }
    return this;
  }

  /** A field by its JSON pointer is not written. */
  public ManifestAssert hasNo(String pointer) {
    if (!actual.at(pointer).isMissingNode()) {
      failWithMessage(
          "Expecting %s not to have %s%s%n  but it is %s", name, path, pointer, actual.at(pointer));
    }
    return this;
  }

  /** Steps into a part. */
  public ManifestAssert at(String pointer) {
    var found = actual.at(pointer);
    if (found.isMissingNode()) {
      failWithMessage("Expecting %s to have %s%s, but it is absent", name, path, pointer);
    }
    return new ManifestAssert(name, path + pointer, found);
  }

  private static boolean same(JsonNode found, Object expected) {
    if (expected instanceof Boolean flag) {
      return found.isBoolean() && found.booleanValue() == flag;
    }
    if (expected instanceof Number number) {
      return found.isNumber()
          && found.decimalValue().compareTo(new java.math.BigDecimal(number.toString())) == 0;
    }
    if (found.isValueNode()) {
      return found.isTextual() && Objects.equals(found.textValue(), String.valueOf(expected));
    }
    return found.toString().equals(String.valueOf(expected));
  }
}

package io.github.homelab4j.hosts;

import io.github.homelab4j.core.Json;

/** Records as JSON that programs of machines read. */
final class JsonText {
  private JsonText() {}

  static String of(Object value) {
    // Jackson ends lines as the machine does that it runs on.
    return Json.tree(value).toPrettyString().replace("\r\n", "\n");
  }
}

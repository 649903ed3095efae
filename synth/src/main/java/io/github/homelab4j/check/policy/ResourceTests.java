package io.github.homelab4j.check.policy;

import java.util.TreeSet;

/** What containers ask for and may take. */
final class ResourceTests {
  private ResourceTests() {}

  static Outcome cpuRequest(Container container) {
    return request(container, "cpu", "asks for no CPU");
  }

  static Outcome memoryRequest(Container container) {
    return request(container, "memory", "asks for no memory");
  }

  // A limit without a request is the request.
  private static Outcome request(Container container, String what, String breach) {
    var limit = container.at("/resources/limits/" + what);
    return limit.isSet()
        ? Outcome.HOLDS
        : container.at("/resources/requests/" + what).when(Value::isSet, breach);
  }

  static Outcome memoryLimit(Container container) {
    var limit = container.at("/resources/limits/memory");
    var request = container.at("/resources/requests/memory");
    return request.isSet() || limit.isSet()
        ? limit.when(Value::isSet, "has no limit of memory")
        : Outcome.UNKNOWN;
  }

  static Outcome cpuLimit(Container container) {
    return container.at("/resources/limits/cpu").unless(Value::isSet, "has a limit of CPU");
  }

  static Outcome emptyDirs(Pod pod) {
    var unlimited = new TreeSet<String>();
    for (var volume : pod.at("/volumes").node()) {
      if (volume.has("emptyDir") && !volume.at("/emptyDir").has("sizeLimit")) {
        unlimited.add(volume.path("name").asText());
      }
    }
    return pod.at("/volumes")
        .unless(
            volumes -> !unlimited.isEmpty(),
            "has an emptyDir without a size: " + String.join(", ", unlimited));
  }
}

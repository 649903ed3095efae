package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Container images that an object names itself; those of a chart are the chart's. */
final class Images {
  private Images() {}

  static Stream<String> of(JsonNode tree) {
    var here =
        Stream.of("image", "imageName")
            .map(tree::path)
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue);
    return Stream.concat(here, StreamSupport.stream(tree.spliterator(), false).flatMap(Images::of));
  }
}

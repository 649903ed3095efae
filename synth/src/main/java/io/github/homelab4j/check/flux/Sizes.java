package io.github.homelab4j.check.flux;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Objects fit into the API server and its database. */
public final class Sizes implements Check {
  private static final int KIB = 1024;
  private static final int ANNOTATIONS = 256 * KIB;
  private static final int DATA = 1024 * KIB;
  private static final int OBJECT = 1536 * KIB;
  private static final Set<String> WITH_LIMIT = Set.of("ConfigMap", "Secret");

  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.OBJECT_TOO_LARGE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var subject : cluster.objects()) {
        var object = subject.emitted();
        var isData = WITH_LIMIT.contains(object.kind());
        judge(subject, "%s has", object.tree(), isData ? DATA : OBJECT, report);
        judge(
            subject,
            "the annotations of %s have",
            object.at("/metadata/annotations"),
            ANNOTATIONS,
            report);
      }
    }
  }

  private static void judge(Subject subject, String what, JsonNode node, int limit, Report report) {
    // No character is more than three bytes: nearly all objects need not be encoded.
    var most = size(node, text -> 3 * text.length());
    var size = most <= limit ? most : size(node, text -> text.getBytes(UTF_8).length);
    report.judge(
        FluxRule.OBJECT_TOO_LARGE,
        subject,
        size <= limit,
        () ->
            "%s %s KiB, and the API server takes %s: split it"
                .formatted(what.formatted(subject.emitted().describe()), size / KIB, limit / KIB));
  }

  // Names and values, as the server counts them; marks between them do not decide anything.
  private static int size(JsonNode node, ToIntFunction<String> bytes) {
    var size = 0;
    if (node.isObject()) {
      for (var field : node.properties()) {
        size += field.getKey().length() + size(field.getValue(), bytes);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        size += size(node.get(i), bytes);
      }
    } else if (node.isValueNode()) {
      size = bytes.applyAsInt(node.asText());
    }
    return size;
  }
}

package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Near;
import io.github.homelab4j.check.Proof;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Thing;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashSet;
import java.util.List;

/**
 * What objects name is there, with the key, port or listener that they name: emitted, made by a
 * controller, created by a chart, or declared to be there. Typed references cannot be misspelt, but
 * their provider can fail to emit what it hands out; names that came in through {@code extraValues}
 * or charts of the user's own can be anything.
 */
public final class ReferencesResolve implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(
        ReferenceRule.REF_UNKNOWN,
        ReferenceRule.REF_KEY_UNKNOWN,
        ReferenceRule.REF_PORT_UNKNOWN,
        ReferenceRule.REF_LISTENER_UNKNOWN);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var seen = new HashSet<String>();
      for (var need : ClusterReferences.of(cluster)) {
        judge(cluster, need, report);
        seen.add(key(need));
      }
      // What a component was given mostly stands in one of its objects, where it is found by name.
      for (var link : TypedLinks.of(homelab, cluster)) {
        if (link.provider() != cluster || seen.add(key(link.need()))) {
          judge(link.provider(), link.need(), report);
        }
      }
    }
  }

  private static String key(Need need) {
    return "%s %s#%s".formatted(need.by().path(), need.describe(), need.part());
  }

  private static void judge(ClusterView cluster, Need need, Report report) {
    var thing = cluster.known().find(need.kind(), need.namespace(), need.name());
    report.judge(
        ReferenceRule.REF_UNKNOWN, need.by(), thing.isPresent(), () -> missing(cluster, need));
    thing.ifPresent(there -> part(there, need, report));
  }

  private static void part(Thing thing, Need need, Report report) {
    var known = thing.hasPart(need.part()) || need.part().isEmpty();
    if (!need.part().isEmpty()) {
      report.judge(rule(need.kind()), need.by(), known, () -> lacking(thing, need));
    }
    // A key of something whose keys nobody listed is taken on trust.
    var trusted = !need.part().isEmpty() && thing.parts().isEmpty();
    report.prove(
        need.by(), trusted && thing.proof() == Proof.EMITTED ? Proof.EXTERNAL : thing.proof());
  }

  private static Rule rule(String kind) {
    return switch (kind) {
      case "Service" -> ReferenceRule.REF_PORT_UNKNOWN;
      case "Gateway" -> ReferenceRule.REF_LISTENER_UNKNOWN;
      default -> ReferenceRule.REF_KEY_UNKNOWN;
    };
  }

  private static String missing(ClusterView cluster, Need need) {
    var there = cluster.known().names(need.kind(), need.namespace());
    // When the namespace has none, the names of others are listed with theirs.
    var wanted = there.stream().anyMatch(name -> name.contains("/")) ? need.path() : need.name();
    return "%s names %s at %s, which cluster %s does not have (it has %s): %s"
        .formatted(
            who(need),
            need.describe(),
            need.at(),
            cluster.id(),
            Near.list(wanted, there),
            Near.cure(wanted, there, "pass a reference of its provider"));
  }

  private static String lacking(Thing thing, Need need) {
    var parts = thing.parts().orElseThrow();
    return "%s names %s %s of %s at %s, which has %s: %s"
        .formatted(
            who(need),
            word(need.kind()),
            need.part(),
            need.describe(),
            need.at(),
            Near.list(need.part(), parts),
            Near.cure(need.part(), parts, "name one of them"));
  }

  private static String word(String kind) {
    return switch (kind) {
      case "Service" -> "port";
      case "Gateway" -> "listener";
      default -> "key";
    };
  }

  private static String who(Need need) {
    return need.by().object().map(object -> object.describe()).orElse("it");
  }
}

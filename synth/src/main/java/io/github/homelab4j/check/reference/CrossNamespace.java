package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.function.Predicate;

/** What the Gateway API allows across namespaces only where the other side agrees. */
public final class CrossNamespace implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(ReferenceRule.REF_NOT_GRANTED, ReferenceRule.ROUTE_NOT_ALLOWED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var subject : cluster.objects()) {
        if (subject.emitted().group().equals("gateway.networking.k8s.io")) {
          grants(cluster, subject, report);
          attachments(cluster, subject, report);
        }
      }
    }
  }

  private static void grants(ClusterView cluster, Subject subject, Report report) {
    var needs = new Needs(subject);
    RouteReferences.find(subject.emitted(), needs);
    for (var need : needs.all()) {
      var own = subject.emitted().namespace();
      var isGranted = !List.of("Gateway", "GatewayClass").contains(need.kind());
      if (isGranted && !need.namespace().equals(own)) {
        report.judge(
            ReferenceRule.REF_NOT_GRANTED,
            subject,
            cluster.objects("ReferenceGrant").stream().anyMatch(grant -> allows(grant, need)),
            () ->
                "%s names %s at %s, and namespace %s grants that to no %s of %s: add a ReferenceGrant there, or move one of the two"
                    .formatted(
                        subject.emitted().describe(),
                        need.describe(),
                        need.at(),
                        need.namespace(),
                        subject.emitted().kind(),
                        own));
      }
    }
  }

  private static boolean allows(Subject grant, Need need) {
    var by = need.by().emitted();
    return grant.emitted().namespace().equals(need.namespace())
        && any(
            grant.emitted().at("/spec/from"),
            from ->
                from.path("kind").asText().equals(by.kind())
                    && from.path("namespace").asText().equals(by.namespace()))
        && any(
            grant.emitted().at("/spec/to"),
            to ->
                to.path("kind").asText().equals(need.kind())
                    && (!to.has("name") || to.path("name").asText().equals(need.name())));
  }

  private static void attachments(ClusterView cluster, Subject subject, Report report) {
    for (var parent : subject.emitted().at("/spec/parentRefs")) {
      var own = subject.emitted().namespace();
      var namespace = parent.path("namespace").asText(own);
      cluster
          .object("Gateway", namespace, parent.path("name").asText())
          .ifPresent(gateway -> attachment(gateway, parent, subject, report));
    }
  }

  private static void attachment(Subject gateway, JsonNode parent, Subject route, Report report) {
    var section = parent.path("sectionName").asText();
    var hasSection =
        section.isEmpty()
            || any(
                gateway.emitted().at("/spec/listeners"),
                listener -> listener.path("name").asText().equals(section));
    if (hasSection) {
      judge(gateway, section, route, report);
    }
  }

  private static void judge(Subject gateway, String section, Subject route, Report report) {
    var namespace = route.emitted().namespace();
    var home = gateway.emitted().namespace();
    report.judge(
        ReferenceRule.ROUTE_NOT_ALLOWED,
        route,
        any(
            gateway.emitted().at("/spec/listeners"),
            listener ->
                (section.isEmpty() || listener.path("name").asText().equals(section))
                    && takes(listener.at("/allowedRoutes/namespaces"), namespace, home)),
        () ->
            "%s attaches to %s%s, which takes no routes of namespace %s: set allowedRoutes.namespaces of the listener, or move the route to %s"
                .formatted(
                    route.emitted().describe(),
                    section.isEmpty() ? "" : "listener %s of ".formatted(section),
                    gateway.emitted().describe(),
                    namespace,
                    home));
  }

  // Of the labels of a namespace, its name is the one that is always there.
  private static boolean takes(JsonNode allowed, String namespace, String home) {
    return switch (allowed.path("from").asText("Same")) {
      case "All" -> true;
      case "Same" -> namespace.equals(home);
      case "Selector" -> {
        var name = Selector.of(allowed.path("selector")).equal().get("kubernetes.io/metadata.name");
        yield name == null || name.equals(namespace);
      }
      default -> false;
    };
  }

  private static boolean any(JsonNode items, Predicate<JsonNode> which) {
    for (var item : items) {
      if (which.test(item)) {
        return true;
      }
    }
    return false;
  }
}

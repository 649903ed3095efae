package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Selectors of Cilium's and VictoriaMetrics' custom resources. */
final class CustomSelections {
  private CustomSelections() {}

  /** Judges whether those of an object select something. */
  static void judge(Subject subject, Targets targets, Report report) {
    var object = subject.emitted();
    Predicate<String> all = namespace -> true;
    switch (object.kind()) {
      case "CiliumLoadBalancerIPPool" -> {
        var services = object.at("/spec/serviceSelector");
        judge(
            subject, "spec.serviceSelector", "Services", services, all, targets.services(), report);
      }
      case "CiliumBGPAdvertisement" -> {
        for (var each : object.at("/spec/advertisements")) {
          var services = each.path("selector");
          judge(
              subject,
              "spec.advertisements",
              "Services",
              services,
              all,
              targets.services(),
              report);
        }
      }
      case "CiliumBGPPeerConfig" -> {
        var there = targets.objects("CiliumBGPAdvertisement");
        for (var family : object.at("/spec/families")) {
          var wanted = family.path("advertisements");
          judge(subject, "spec.families", "advertisements", wanted, all, there, report);
        }
      }
      case "VMAlert" -> {
        // Its operator looks for Alertmanagers of its own.
        var there = targets.objects("VMAlertmanager");
        for (var notifier : object.at("/spec/notifiers")) {
          var selector = notifier.path("selector");
          var names = new ArrayList<String>();
          selector.at("/namespaceSelector/matchNames").forEach(name -> names.add(name.asText()));
          Predicate<String> where = names.isEmpty() ? all : names::contains;
          var wanted = selector.path("labelSelector");
          judge(subject, "spec.notifiers", "Alertmanagers", wanted, where, there, report);
        }
      }
      default -> {
        // Selects nothing.
      }
    }
  }

  private static void judge(
      Subject subject,
      String at,
      String what,
      JsonNode selector,
      Predicate<String> namespace,
      List<Target> there,
      Report report) {
    var wanted = Selector.of(selector);
    if (!wanted.isEmpty()) {
      new Selection(subject, at, what, wanted, namespace).judge(there, report);
    }
  }
}

package io.github.homelab4j.graph;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.rule.ReferenceRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which components of a homelab run, and which of those refer to one that does not. */
final class Running {
  private final Set<Component> components = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Finding> findings = new ArrayList<>();

  private Running() {}

  /** Those that are switched on. */
  static Running of(Homelab homelab) {
    var running = new Running();
    var open = new ArrayDeque<Component>();
    for (var cluster : homelab.clusters()) {
      cluster.components().stream().filter(each -> each.props().enabled()).forEach(open::add);
    }
    running.components.addAll(open);
    while (!open.isEmpty()) {
      open.addAll(running.needed(open.remove()));
    }
    return running;
  }

  /** All of them. */
  static Running all(Homelab homelab) {
    var running = new Running();
    homelab.clusters().forEach(cluster -> running.components.addAll(cluster.components()));
    return running;
  }

  // Once told, it is taken for running: that its objects are not there would only say it again.
  private List<Component> needed(Component consumer) {
    var added = new ArrayList<Component>();
    var told = new HashSet<String>();
    for (var link : Link.of(List.of(consumer))) {
      var provider = link.provider();
      if (!provider.props().enabled()) {
        if (components.add(provider)) {
          added.add(provider);
        }
        // What a reference is made of follows it under the same attribute.
        if (consumer.props().enabled() && told.add(link.attribute() + " " + provider.path())) {
          findings.add(finding(link));
        }
      }
    }
    return added;
  }

  private static Finding finding(Link link) {
    return new Finding(
        ReferenceRule.REF_SWITCHED_OFF,
        link.consumer().path(),
        link.ref().provider().taken(),
        "%s is %s of %s, which is switched off: switch it on, or switch %s off too"
            .formatted(
                link.attribute(),
                link.ref().describe(),
                link.provider().path(),
                link.consumer().id()));
  }

  /** Those of a cluster, in the order of the stack. */
  List<Component> in(Cluster cluster) {
    return cluster.components().stream().filter(components::contains).toList();
  }

  /** Whether these are all components of a homelab. */
  boolean isAll(Homelab homelab) {
    return homelab.clusters().stream()
        .allMatch(cluster -> components.containsAll(cluster.components()));
  }

  /** References of what runs to what does not. */
  List<Finding> findings() {
    return findings;
  }
}

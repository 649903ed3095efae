package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.References;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What objects name is there: Gateways and their listeners, the Services behind routes, issuers,
 * secret stores and storage classes. Typed references cannot go wrong; names that came in through
 * {@code extraValues}, or in a chart of the user's own, can.
 */
final class ReferencesResolve implements Check {
  private static final Set<String> STORAGE_CLASS_KEYS = Set.of("storageClassName", "storageClass");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ReferenceRule.REF_UNKNOWN);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    for (var cluster : resolution.clusters()) {
      var names = new Names(cluster);
      for (var unit : cluster.units()) {
        unit.objects().forEach(object -> look(names, unit, object, report));
      }
    }
  }

  private static void look(Names names, Unit unit, Emitted object, Report report) {
    switch (object.kind()) {
      case "HTTPRoute" -> route(names, unit, object, report);
      case "Certificate" ->
          names.need(
              unit,
              object,
              "ClusterIssuer",
              "",
              object.at("/spec/issuerRef/name").asText(),
              report);
      case "ExternalSecret" ->
          names.need(
              unit,
              object,
              "ClusterSecretStore",
              "",
              object.at("/spec/secretStoreRef/name").asText(),
              report);
      default -> storageClasses(names, unit, object, object.tree(), report);
    }
  }

  private static void route(Names names, Unit unit, Emitted route, Report report) {
    for (var parent : route.at("/spec/parentRefs")) {
      var namespace = parent.path("namespace").asText(route.namespace());
      names.need(unit, route, "Gateway", namespace, parent.path("name").asText(), report);
      names.needListener(unit, route, namespace, parent, report);
    }
    for (var rule : route.at("/spec/rules")) {
      for (var backend : rule.path("backendRefs")) {
        names.need(
            unit,
            route,
            "Service",
            backend.path("namespace").asText(route.namespace()),
            backend.path("name").asText(),
            report);
      }
    }
  }

  private static void storageClasses(
      Names names, Unit unit, Emitted object, JsonNode node, Report report) {
    node.fields()
        .forEachRemaining(
            field -> {
              if (STORAGE_CLASS_KEYS.contains(field.getKey())
                  && field.getValue().isTextual()
                  && !field.getValue().textValue().isEmpty()) {
                names.need(unit, object, "StorageClass", "", field.getValue().textValue(), report);
              }
            });
    node.forEach(child -> storageClasses(names, unit, object, child, report));
  }

  /**
   * What a cluster has, by kind, namespace and name: emitted, created by a chart, or referred to as
   * external.
   */
  private static final class Names {
    private final ClusterModel cluster;
    private final Set<String> known = new TreeSet<>();

    Names(ClusterModel cluster) {
      this.cluster = cluster;
      cluster.objects().forEach(object -> add(object.kind(), object.namespace(), object.name()));
      for (var component : cluster.cluster().components()) {
        component.facts().forEach(fact -> add(fact.kind(), fact.namespace(), fact.name()));
        References.visit(component.props(), (path, ref) -> add(ref));
      }
    }

    // What is external cannot be looked at; storage classes are made by charts as well.
    private void add(Ref ref) {
      if (ref instanceof StorageClassRef storage) {
        add("StorageClass", "", storage.name());
      } else if (ref.provider().component().isPresent()) {
        return;
      }
      if (ref instanceof ListenerRef listener) {
        add("Gateway", listener.namespace(), listener.gateway());
      } else if (ref instanceof IssuerRef issuer) {
        add("ClusterIssuer", "", issuer.name());
      } else if (ref instanceof SecretStoreRef store) {
        add("ClusterSecretStore", "", store.name());
      } else if (ref instanceof ServiceRef service) {
        add("Service", service.namespace(), service.name());
      }
    }

    private void add(String kind, String namespace, String name) {
      known.add("%s %s/%s".formatted(kind, namespace, name));
    }

    void need(
        Unit unit, Emitted object, String kind, String namespace, String name, Report report) {
      if (!known.contains("%s %s/%s".formatted(kind, namespace, name))) {
        var there =
            known.stream()
                .filter(entry -> entry.startsWith(kind + " "))
                .map(entry -> entry.substring(entry.indexOf('/') + 1))
                .distinct()
                .collect(Collectors.joining(", "));
        report.add(
            new Finding(
                ReferenceRule.REF_UNKNOWN,
                cluster.id() + "/" + unit.name(),
                unit.origin(),
                "%s names %s %s, which cluster %s does not have (it has %s): pass a reference of its provider"
                    .formatted(
                        object.describe(),
                        kind,
                        namespace.isEmpty() ? name : namespace + "/" + name,
                        cluster.id(),
                        there)));
      }
    }

    // Which listeners a Gateway of somebody else has is not known.
    void needListener(Unit unit, Emitted route, String namespace, JsonNode parent, Report report) {
      var section = parent.path("sectionName").asText("");
      cluster
          .objects()
          .filter(
              object ->
                  object.kind().equals("Gateway")
                      && object.namespace().equals(namespace)
                      && object.name().equals(parent.path("name").asText()))
          .map(
              gateway ->
                  StreamSupport.stream(gateway.at("/spec/listeners").spliterator(), false)
                      .map(listener -> listener.path("name").asText())
                      .toList())
          .filter(listeners -> !section.isEmpty() && !listeners.contains(section))
          .forEach(
              listeners ->
                  report.add(
                      new Finding(
                          ReferenceRule.REF_UNKNOWN,
                          cluster.id() + "/" + unit.name(),
                          unit.origin(),
                          "%s attaches to listener %s, but its Gateway has %s: attach to one of them"
                              .formatted(
                                  route.describe(), section, String.join(", ", listeners)))));
    }
  }
}

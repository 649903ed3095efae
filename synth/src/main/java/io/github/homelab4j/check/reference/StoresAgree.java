package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores of one name read one vault in all clusters: by that, an item that two clusters use is one
 * item.
 */
public final class StoresAgree implements Check {
  // How a cluster reaches the vault and logs in is its own business.
  private static final List<String> OWN = List.of("connectHost", "auth", "caProvider", "caBundle");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ReferenceRule.STORE_DIFFERS);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    Map<String, Subject> first = new HashMap<>();
    for (var cluster : homelab.clusters()) {
      for (var store : cluster.objects("ClusterSecretStore")) {
        var other = Optional.ofNullable(first.putIfAbsent(store.emitted().name(), store));
        other.ifPresent(
            known ->
                report.judge(
                    ReferenceRule.STORE_DIFFERS,
                    store,
                    vault(known).equals(vault(store)),
                    () ->
                        "%s reads %s, and the one of cluster %s reads %s: let both read the same vault, or name them differently"
                            .formatted(
                                store.emitted().describe(),
                                vault(store),
                                known.cluster(),
                                vault(known))));
      }
    }
  }

  private static JsonNode vault(Subject store) {
    var provider = store.emitted().at("/spec/provider").deepCopy();
    provider.forEach(
        each -> {
          if (each instanceof ObjectNode fields) {
            fields.remove(OWN);
          }
        });
    return provider;
  }
}

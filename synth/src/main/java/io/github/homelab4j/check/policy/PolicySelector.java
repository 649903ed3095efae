package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.List;

/**
 * The pods that a network policy closes: those that it selects, unless it only opens.
 *
 * @param namespace its namespace, or empty for the whole cluster
 * @param selector labels of the pods
 */
record PolicySelector(String namespace, JsonNode selector) {
  private static final List<String> KINDS =
      List.of("NetworkPolicy", "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy");

  static List<PolicySelector> of(ClusterView cluster) {
    var selectors = new ArrayList<PolicySelector>();
    for (var kind : KINDS) {
      for (var policy : cluster.objects(kind)) {
        if (closes(policy.emitted())) {
          var field = kind.equals("NetworkPolicy") ? "/spec/podSelector" : "/spec/endpointSelector";
          selectors.add(
              new PolicySelector(policy.emitted().namespace(), policy.emitted().at(field)));
        }
      }
    }
    return selectors;
  }

  // Cilium's policies may add to what is open without closing the rest.
  private static boolean closes(Emitted policy) {
    return policy.at("/spec/enableDefaultDeny/ingress").asBoolean(true);
  }

  boolean selects(Workload workload) {
    return (namespace.isEmpty() || namespace.equals(workload.namespace()))
        && selector.path("matchExpressions").isEmpty()
        && workload.isSelectedBy(selector.path("matchLabels"));
  }
}

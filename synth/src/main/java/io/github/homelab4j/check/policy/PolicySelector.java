package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.check.reference.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The pods that a network policy closes: those that it selects, unless it only opens or is about
 * outgoing traffic alone.
 *
 * @param namespace its namespace, or empty for the whole cluster
 * @param selector labels of the pods
 */
record PolicySelector(String namespace, Selector selector) {
  private static final List<String> CILIUM =
      List.of("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy");
  private static final String POD_NAMESPACE = "io.kubernetes.pod.namespace";

  static List<PolicySelector> of(ClusterView cluster) {
    var selectors = new ArrayList<PolicySelector>();
    for (var policy : cluster.objects("NetworkPolicy")) {
      var spec = policy.emitted().at("/spec");
      if (closes(spec)) {
        var pods = Selector.of(spec.path("podSelector"));
        selectors.add(new PolicySelector(policy.emitted().namespace(), pods));
      }
    }
    for (var kind : CILIUM) {
      for (var policy : cluster.objects(kind)) {
        var specs = new ArrayList<JsonNode>();
        specs.add(policy.emitted().at("/spec"));
        policy.emitted().at("/specs").forEach(specs::add);
        for (var spec : specs) {
          // One with a nodeSelector is about machines.
          if (spec.has("endpointSelector") && closesInCilium(spec)) {
            var pods = Selector.of(spec.path("endpointSelector"));
            selectors.add(new PolicySelector(policy.emitted().namespace(), pods));
          }
        }
      }
    }
    return selectors;
  }

  // Without types, a policy is about incoming traffic.
  private static boolean closes(JsonNode spec) {
    var types = spec.path("policyTypes");
    for (var type : types) {
      if (type.asText().equals("Ingress")) {
        return true;
      }
    }
    return types.isEmpty();
  }

  // Cilium closes a direction that a policy has at least one rule for, be it an empty one, unless
  // it is told not to.
  private static boolean closesInCilium(JsonNode spec) {
    var closes = spec.at("/enableDefaultDeny/ingress");
    return closes.isBoolean()
        ? closes.asBoolean()
        : !spec.path("ingress").isEmpty() || !spec.path("ingressDeny").isEmpty();
  }

  boolean selects(Workload workload) {
    if (!namespace.isEmpty() && !namespace.equals(workload.namespace())) {
      return false;
    }
    var labels = new TreeMap<>(workload.labels());
    labels.put(POD_NAMESPACE, workload.namespace());
    return selector.matches(labels);
  }
}

package io.github.homelab4j.networking;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cilium.CiliumNetworkPolicy;
import io.github.homelab4j.crd.cilium.PolicySpec;
import io.github.homelab4j.crd.cilium.PolicySpec.Egress;
import io.github.homelab4j.crd.cilium.PolicySpec.Fqdn;
import io.github.homelab4j.crd.cilium.PolicySpec.Ingress;
import io.github.homelab4j.crd.cilium.PolicySpec.L7;
import io.github.homelab4j.crd.cilium.PolicySpec.PortRule;
import io.github.homelab4j.kube.Meta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * The network policies of one namespace: pods talk among themselves and refuse everybody else,
 * apart from what is listed. A pod's own node always reaches it, so probes need no rule.
 *
 * <p>Needs Cilium. Rules on a Service become a policy of their own on the pods behind it.
 */
@ComponentInfo(
    name = "cilium-network-policy",
    domain = Domain.NETWORKING,
    upstream = "https://docs.cilium.io/en/stable/security/policy/",
    namespace = "default")
public final class NetworkPolicies extends Component {
  private static final String NAMESPACE_POLICY = "namespace";
  private static final String DESCRIPTION =
      "Pods of this namespace talk among themselves and with whom is listed";

  private final NetworkPoliciesProps props;

  /** Stores its settings. */
  public NetworkPolicies(Construct scope, String id, NetworkPoliciesProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  protected void define(Resources out) {
    out.add(policy(NAMESPACE_POLICY, PolicySpec.everyPod(), DESCRIPTION, ingress(), egress()));
    // Two references to one port of one Service are one policy, wherever they were taken.
    var byPort = new LinkedHashMap<String, List<Allow>>();
    for (var rule : props.incoming()) {
      var rules =
          rule.service().map(at -> byPort.computeIfAbsent(at.hostPort(), key -> new ArrayList<>()));
      rules.ifPresent(list -> list.add(rule));
    }
    byPort
        .values()
        .forEach(
            rules ->
                out.add(
                    policy(
                        rules.get(0).service().orElseThrow(),
                        rules.stream().map(Allow::ingress).toList())));
  }

  private List<Ingress> ingress() {
    var others = props.incoming().stream().filter(rule -> rule.service().isEmpty());
    var among = Ingress.from(PolicySpec.everyPod());
    return Stream.concat(Stream.of(among), others.map(Allow::ingress)).toList();
  }

  private List<Egress> egress() {
    var others = props.outgoing().stream().map(Allow::egress);
    var among = Egress.to(PolicySpec.everyPod());
    return props
        .restrictedTo()
        .map(dns -> Stream.concat(Stream.of(among, dns(dns)), others).toList())
        .orElse(List.of());
  }

  // Cilium learns the addresses of allowed names from the answers that pass its DNS proxy, hence
  // the rule above the port.
  private static Egress dns(ServiceRef dns) {
    var names = new L7(List.of(), List.of(Fqdn.any()));
    return Egress.to(
        PolicySpec.podsIn(dns.namespace(), dns.selector()),
        PortRule.any(dns.targetPort(), Optional.of(names)));
  }

  private CiliumNetworkPolicy policy(ServiceRef service, List<Ingress> rules) {
    return policy(
        "%s-%s".formatted(service.name(), service.port()),
        PolicySpec.pods(service.selector()),
        "Who else may reach %s".formatted(service.describe()),
        rules,
        List.of());
  }

  private CiliumNetworkPolicy policy(
      String name,
      LabelSelector pods,
      String description,
      List<Ingress> ingress,
      List<Egress> egress) {
    return new CiliumNetworkPolicy(
        Meta.of(name, targetNamespace()),
        new PolicySpec(Optional.of(description), pods, Optional.empty(), ingress, egress));
  }
}

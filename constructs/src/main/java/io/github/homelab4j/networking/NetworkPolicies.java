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
import io.github.homelab4j.crd.cilium.PolicySpec.PortProtocol;
import io.github.homelab4j.crd.cilium.PolicySpec.PortRule;
import io.github.homelab4j.kube.Meta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
    var byService = new LinkedHashMap<ServiceRef, List<Ingress>>();
    for (var rule : props.incoming()) {
      rule.service()
          .ifPresent(
              service ->
                  byService.computeIfAbsent(service, key -> new ArrayList<>()).add(rule.ingress()));
    }
    byService.forEach(
        (service, rules) ->
            out.add(
                policy(
                    "%s-%s".formatted(service.name(), service.port()),
                    PolicySpec.pods(service.selector()),
                    "Who else may reach %s".formatted(service.describe()),
                    rules,
                    List.of())));
  }

  private List<Ingress> ingress() {
    var rules = new ArrayList<Ingress>();
    rules.add(new Ingress(List.of(PolicySpec.everyPod()), List.of(), List.of(), List.of()));
    props.incoming().stream()
        .filter(rule -> rule.service().isEmpty())
        .map(Allow::ingress)
        .forEach(rules::add);
    return rules;
  }

  private List<Egress> egress() {
    return props
        .restrictedTo()
        .map(
            dns -> {
              var rules = new ArrayList<Egress>();
              rules.add(
                  new Egress(
                      List.of(PolicySpec.everyPod()), List.of(), List.of(), List.of(), List.of()));
              rules.add(dns(dns));
              props.outgoing().stream().map(Allow::egress).forEach(rules::add);
              return rules;
            })
        .map(List::<Egress>copyOf)
        .orElse(List.of());
  }

  // Cilium learns the addresses of allowed names from the answers that pass its DNS proxy, hence
  // the rule above the port.
  private static Egress dns(ServiceRef dns) {
    var port = new PortProtocol(dns.targetPort().toString(), "ANY");
    var rule = new PortRule(List.of(port), Optional.of(new L7(List.of(), List.of(Fqdn.any()))));
    return new Egress(
        List.of(PolicySpec.podsIn(dns.namespace(), dns.selector())),
        List.of(),
        List.of(),
        List.of(),
        List.of(rule));
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

package io.github.homelab4j.networking;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.crd.cilium.CiliumClusterwideNetworkPolicy;
import io.github.homelab4j.crd.cilium.PolicySpec;
import io.github.homelab4j.crd.cilium.PolicySpec.DefaultDeny;
import io.github.homelab4j.crd.cilium.PolicySpec.Egress;
import io.github.homelab4j.crd.cilium.PolicySpec.Ingress;
import io.github.homelab4j.crd.cilium.PolicySpec.PortRule;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * What is open in every namespace, so that {@link NetworkPolicies} need not repeat it: DNS, and
 * whoever is trusted with all pods. It closes nothing.
 *
 * <p>Needs Cilium.
 */
@ComponentInfo(
    name = "cilium-clusterwide-network-policy",
    domain = Domain.NETWORKING,
    upstream = "https://docs.cilium.io/en/stable/security/policy/",
    namespace = "kube-system")
public final class ClusterwidePolicies extends Component {
  private final ClusterwidePoliciesProps props;

  /** Stores its settings. */
  public ClusterwidePolicies(Construct scope, String id, ClusterwidePoliciesProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  protected void define(Resources out) {
    var servers = PolicySpec.podsIn(props.dns().namespace(), props.dns().selector());
    var dns = Egress.to(servers, PortRule.any(props.dns().targetPort(), Optional.empty()));
    out.add(
        new CiliumClusterwideNetworkPolicy(
            Meta.clusterScoped("dns"),
            spec("Every pod may ask cluster DNS", List.of(), List.of(dns))));
    if (!props.trusted().isEmpty()) {
      var rules = props.trusted().stream().map(Allow::with).map(Allow::ingress).toList();
      out.add(
          new CiliumClusterwideNetworkPolicy(
              Meta.clusterScoped("trusted"), spec("Who may reach every pod", rules, List.of())));
    }
  }

  private static PolicySpec spec(String description, List<Ingress> ingress, List<Egress> egress) {
    return new PolicySpec(
        Optional.of(description),
        PolicySpec.everyPod(),
        Optional.of(DefaultDeny.none()),
        ingress,
        egress);
  }
}

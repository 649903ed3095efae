package io.github.homelab4j.networking;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.github.homelab4j.crd.cilium.CiliumBGPAdvertisement;
import io.github.homelab4j.crd.cilium.CiliumBGPClusterConfig;
import io.github.homelab4j.crd.cilium.CiliumBGPPeerConfig;
import io.github.homelab4j.crd.cilium.CiliumL2AnnouncementPolicy;
import io.github.homelab4j.crd.cilium.CiliumLoadBalancerIPPool;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.plan.BgpPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a cluster's load-balancer addresses are given out and found: a pool, ARP and BGP. */
final class CiliumAddresses {
  private static final String NAME = "load-balancers";
  private static final Map<String, String> ADVERTISED = Map.of("advertise", NAME);

  // A Service with this label is not announced by BGP. The selector has to match all others, and
  // none at all matches nothing.
  private static final String LABEL = "homelab4j.github.io/bgp";
  private static final String OFF = "off";

  private CiliumAddresses() {}

  static List<HasMetadata> of(CiliumProps props) {
    var range = props.plan().loadBalancers().range();
    var out = new ArrayList<HasMetadata>();
    out.add(
        new CiliumLoadBalancerIPPool(
            Meta.clusterScoped(NAME),
            new CiliumLoadBalancerIPPool.Spec(
                List.of(new CiliumLoadBalancerIPPool.Block(range.first(), range.last())))));
    if (!props.l2Interfaces().isEmpty()) {
      out.add(
          new CiliumL2AnnouncementPolicy(
              Meta.clusterScoped(NAME),
              new CiliumL2AnnouncementPolicy.Spec(true, props.l2Interfaces())));
    }
    props.plan().bgp().ifPresent(bgp -> out.addAll(bgp(props.plan().name(), bgp)));
    return out;
  }

  private static List<HasMetadata> bgp(String cluster, BgpPlan bgp) {
    var settings = new CiliumBGPClusterConfig.PeerConfigRef(NAME);
    var peers =
        bgp.peers().stream()
            .map(
                peer ->
                    new CiliumBGPClusterConfig.Peer(
                        peer.name(), peer.address(), peer.asn(), settings))
            .toList();
    var config =
        new CiliumBGPClusterConfig.Spec(
            List.of(new CiliumBGPClusterConfig.Instance(cluster, bgp.asn(), peers)));
    // A lost node is noticed within 9 seconds, while routes outlast the restart of an agent during
    // an upgrade.
    var session =
        new CiliumBGPPeerConfig.Spec(
            new CiliumBGPPeerConfig.Timers(12, 9, 3),
            new CiliumBGPPeerConfig.GracefulRestart(true, 120),
            List.of(
                new CiliumBGPPeerConfig.Family(
                    "ipv4",
                    "unicast",
                    new LabelSelectorBuilder().withMatchLabels(ADVERTISED).build())));
    var everyService =
        new LabelSelectorBuilder()
            .addNewMatchExpression()
            .withKey(LABEL)
            .withOperator("NotIn")
            .withValues(OFF)
            .endMatchExpression()
            .build();
    var advertisement =
        new CiliumBGPAdvertisement.Advertisement(
            "Service", new CiliumBGPAdvertisement.Service(List.of("LoadBalancerIP")), everyService);
    var labelled = Meta.clusterScoped(NAME);
    labelled.setLabels(ADVERTISED);
    return List.of(
        new CiliumBGPClusterConfig(Meta.clusterScoped(NAME), config),
        new CiliumBGPPeerConfig(Meta.clusterScoped(NAME), session),
        new CiliumBGPAdvertisement(
            labelled, new CiliumBGPAdvertisement.Spec(List.of(advertisement))));
  }
}

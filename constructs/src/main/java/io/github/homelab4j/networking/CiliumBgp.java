package io.github.homelab4j.networking;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.crd.cilium.CiliumBGPAdvertisement;
import io.github.homelab4j.crd.cilium.CiliumBGPClusterConfig;
import io.github.homelab4j.crd.cilium.CiliumBGPPeerConfig;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.ClusterPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sessions of a cluster's machines with routers, and what they announce there. */
final class CiliumBgp {
  private static final String NAME = "load-balancers";
  private static final Map<String, String> ADVERTISED = Map.of("advertise", NAME);

  // A Service with this label is not announced by BGP. The selector has to match all others, and
  // none at all matches nothing.
  private static final String LABEL = "homelab4j.github.io/bgp";
  private static final String OFF = "off";

  // Routes outlast the restart of an agent during an upgrade.
  private static final CiliumBGPPeerConfig.GracefulRestart RESTART =
      new CiliumBGPPeerConfig.GracefulRestart(true, 120);

  private CiliumBgp() {}

  static List<HasMetadata> of(ClusterPlan plan, BgpPlan bgp) {
    var families = families(plan);
    var sessions = bgp.peers().stream().map(peer -> session(peer, families)).toList();
    // What all sessions share is written once.
    var shared = sessions.stream().distinct().count() < 2;
    var out = new ArrayList<HasMetadata>();
    var peers =
        bgp.peers().stream()
            .map(
                peer ->
                    new CiliumBGPClusterConfig.Peer(
                        peer.name(),
                        peer.address(),
                        peer.asn(),
                        new CiliumBGPClusterConfig.PeerConfigRef(shared ? NAME : peer.name())))
            .toList();
    out.add(
        new CiliumBGPClusterConfig(
            Meta.clusterScoped(NAME),
            new CiliumBGPClusterConfig.Spec(
                List.of(new CiliumBGPClusterConfig.Instance(plan.name(), bgp.asn(), peers)))));
    for (int i = 0; i < (shared ? Math.min(1, sessions.size()) : sessions.size()); i++) {
      var name = shared ? NAME : bgp.peers().get(i).name();
      out.add(new CiliumBGPPeerConfig(Meta.clusterScoped(name), sessions.get(i)));
    }
    out.add(advertisement());
    return out;
  }

  private static List<CiliumBGPPeerConfig.Family> families(ClusterPlan plan) {
    return Stream.of("ipv4", "ipv6")
        .filter(
            family ->
                plan.pools().stream()
                    .anyMatch(pool -> pool.range().first().isV4() == family.equals("ipv4")))
        .map(family -> new CiliumBGPPeerConfig.Family(family, "unicast", advertised()))
        .toList();
  }

  private static LabelSelector advertised() {
    return new LabelSelectorBuilder().withMatchLabels(ADVERTISED).build();
  }

  private static CiliumBGPPeerConfig.Spec session(
      BgpPeer peer, List<CiliumBGPPeerConfig.Family> families) {
    var timers = peer.timers();
    return new CiliumBGPPeerConfig.Spec(
        new CiliumBGPPeerConfig.Timers(
            (int) timers.connectRetry().toSeconds(),
            (int) timers.hold().toSeconds(),
            (int) timers.keepAlive().toSeconds()),
        Optional.of(peer.hops()).filter(hops -> hops > 1),
        peer.password().map(SecretRef::name),
        RESTART,
        families);
  }

  private static HasMetadata advertisement() {
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
    return new CiliumBGPAdvertisement(
        labelled, new CiliumBGPAdvertisement.Spec(List.of(advertisement)));
  }
}

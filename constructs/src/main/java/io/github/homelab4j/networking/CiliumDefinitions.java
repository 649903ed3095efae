package io.github.homelab4j.networking;

import io.github.homelab4j.core.HealthCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The definitions that Cilium's operator creates, as far as objects of their kinds are emitted. */
final class CiliumDefinitions {
  private static final List<String> ALWAYS =
      List.of(
          "ciliumnetworkpolicies", "ciliumclusterwidenetworkpolicies", "ciliumloadbalancerippools");
  private static final List<String> BGP =
      List.of("ciliumbgpclusterconfigs", "ciliumbgppeerconfigs", "ciliumbgpadvertisements");

  private CiliumDefinitions() {}

  static Stream<HealthCheck> of(CiliumProps props) {
    var names = new ArrayList<>(ALWAYS);
    if (!props.l2Interfaces().isEmpty()) {
      names.add("ciliuml2announcementpolicies");
    }
    if (props.plan().bgp().isPresent()) {
      names.addAll(BGP);
    }
    return names.stream().map(name -> HealthCheck.definition(name + ".cilium.io"));
  }
}

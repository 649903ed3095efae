package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.BgpNeighbour;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The router's end of the BGP sessions with clusters: a group for each cluster, whose policy takes
 * single addresses of the cluster's pools.
 *
 * @see <a
 *     href="https://www.juniper.net/documentation/us/en/software/junos/cli-reference/topics/ref/statement/group-edit-protocols-bgp.html">group</a>
 * @see <a
 *     href="https://www.juniper.net/documentation/us/en/software/junos/bgp/topics/ref/statement/hold-time-edit-protocols-bgp.html">hold-time</a>
 */
final class JunosBgp {
  private static final String NOTHING = "homelab-nothing";
  private static final String BALANCE = "homelab-balance";
  // Below it, Juniper recommends keepalives from a thread of their own.
  private static final long SHORT_HOLD = 20;

  private final JuniperSrxProps props;
  private final List<String> lines = new ArrayList<>();

  private JunosBgp(JuniperSrxProps props) {
    this.props = props;
  }

  static List<String> of(JuniperSrxProps props) {
    var bgp = new JunosBgp(props);
    bgp.router();
    props.homelab().clusters().forEach(bgp::cluster);
    return bgp.lines;
  }

  /** The session of a cluster with a router, as the cluster's plan has it. */
  static Optional<BgpPeer> session(ClusterPlan cluster, HostPlan router) {
    return cluster.bgp().stream()
        .flatMap(bgp -> bgp.peers().stream())
        .filter(peer -> router.addresses().contains(peer.address()))
        .findFirst();
  }

  static String group(ClusterPlan cluster) {
    return "homelab-" + cluster.name();
  }

  private void router() {
    set("routing-options router-id " + props.host().address());
    set("routing-options autonomous-system " + props.host().bgp().orElseThrow().asn());
    if (props.homelab().clusters().stream()
        .flatMap(cluster -> session(cluster, props.host()).stream())
        .anyMatch(peer -> peer.timers().hold().toSeconds() < SHORT_HOLD)) {
      set("protocols bgp precision-timers");
    }
    // What all machines announce alike is reached by all of them; flows stay on one.
    replace("policy-options policy-statement " + BALANCE, "then load-balance per-packet");
    set("routing-options forwarding-table export " + BALANCE);
    replace("policy-options policy-statement " + NOTHING, "then reject");
    set(
        "security zones security-zone %s host-inbound-traffic protocols bgp"
            .formatted(props.lanZone()));
  }

  private void cluster(ClusterPlan cluster) {
    session(cluster, props.host()).ifPresent(peer -> session(cluster, peer));
  }

  private void session(ClusterPlan cluster, BgpPeer peer) {
    var name = group(cluster);
    policy(cluster, "policy-options policy-statement " + name);
    var group = "protocols bgp group " + name;
    lines.add("delete " + group);
    set(group + " type external");
    set(group + " local-address " + peer.address());
    set(group + " hold-time " + peer.timers().hold().toSeconds());
    if (peer.hops() > 1) {
      set(group + " multihop ttl " + peer.hops());
    }
    families(cluster).forEach(family -> set("%s family %s unicast".formatted(group, family)));
    set(group + " import " + name);
    set(group + " export " + NOTHING);
    set(group + " multipath");
    for (var neighbour : props.homelab().neighbours(props.host())) {
      if (isOf(cluster, neighbour)) {
        var at = group + " neighbor " + neighbour.address();
        set(at + " description " + neighbour.name());
        set(at + " peer-as " + neighbour.asn());
      }
    }
  }

  // Cilium announces each address by itself. Prefixes of a term are of one family.
  private void policy(ClusterPlan cluster, String policy) {
    lines.add("delete " + policy);
    for (var family : families(cluster)) {
      var term = policy + " term " + family;
      for (var block : blocks(cluster, family)) {
        var one = block.isV4() ? 32 : 128;
        set("%s from route-filter %s prefix-length-range /%s-/%s".formatted(term, block, one, one));
      }
      set(term + " then accept");
    }
    set(policy + " term others then reject");
  }

  private static List<String> families(ClusterPlan cluster) {
    return List.of("inet", "inet6").stream()
        .filter(family -> !blocks(cluster, family).isEmpty())
        .toList();
  }

  private static List<Cidr> blocks(ClusterPlan cluster, String family) {
    return cluster.pools().stream()
        .flatMap(pool -> pool.range().blocks().stream())
        .filter(block -> block.isV4() == family.equals("inet"))
        .toList();
  }

  private static boolean isOf(ClusterPlan cluster, BgpNeighbour neighbour) {
    return cluster.nodes().stream()
        .anyMatch(node -> node.addresses().contains(neighbour.address()));
  }

  private void replace(String statement, String with) {
    lines.add("delete " + statement);
    set(statement + " " + with);
  }

  private void set(String statement) {
    lines.add("set " + statement);
  }
}

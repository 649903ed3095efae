package io.github.homelab4j.plan;

import io.github.homelab4j.core.Origin;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The plan of a homelab: what its clusters share. Subclasses add what is particular to it. */
public interface HomelabPlan {
  /** Its name, as {@code infra-apps}. */
  String name();

  /** The DNS domain that its host names are under. */
  Hostname domain();

  /** The repository that Flux follows. */
  GitSource git();

  /** Its clusters. */
  List<ClusterPlan> clusters();

  /** Host names that resolve inside the homelab; none by default. */
  default List<DnsRecord> records() {
    return List.of();
  }

  /** What it relies on and does not run itself; nothing by default. */
  default List<OutsideService> outside() {
    return List.of();
  }

  /** Addresses outside the homelab that it uses, public resolvers for one; none by default. */
  default List<Ip> outsideAddresses() {
    return List.of();
  }

  /**
   * Networks beside those of the clusters' machines: VLANs, overlays, VPNs, what containers outside
   * Kubernetes are in; none by default.
   */
  default List<Network> networks() {
    return List.of();
  }

  /** Machines outside Kubernetes, and what they serve; none by default. */
  default List<HostPlan> hosts() {
    return List.of();
  }

  /** Ports of routers that lead to something inside; none by default. */
  default List<PortForward> forwards() {
    return List.of();
  }

  /**
   * The domain that machines have their names in, as {@code lan.example.org}; without it, by
   * default, no name server knows them.
   */
  default Optional<Hostname> machineDomain() {
    return Optional.empty();
  }

  /** The names of machines and where they are; none without a domain for them. */
  default List<DnsRecord> machineRecords() {
    return machineDomain().stream()
        .flatMap(
            domain ->
                Stream.concat(
                    hosts().stream().map(host -> machine(host, domain, host.origin())),
                    clusters().stream()
                        .flatMap(cluster -> cluster.nodes().stream())
                        .map(node -> machine(node, domain, node.origin()))))
        .toList();
  }

  private static DnsRecord machine(Machine machine, Hostname domain, Origin origin) {
    var name = Hostname.of(machine.name()).in(domain);
    return new DnsRecord(name, machine.address(), DnsRecord.View.INSIDE, origin);
  }

  /** All domains that are the owner's: {@link #domain()} alone by default. */
  default List<Hostname> domains() {
    return List.of(domain());
  }

  /** All its networks: of machines, of pools, what those are parts of, and those beside them. */
  default List<Network> allNetworks() {
    return Stream.concat(
            clusters().stream()
                .flatMap(
                    cluster ->
                        Stream.concat(
                            Stream.of(cluster.nodeNetwork()),
                            cluster.pools().stream().flatMap(pool -> pool.inside().stream()))),
            networks().stream())
        .flatMap(network -> Stream.concat(network.inside().stream(), Stream.of(network)))
        .distinct()
        .toList();
  }

  /**
   * Whom a router peers with: what it is told to, or else the machines of the clusters that peer
   * with it.
   */
  default List<BgpNeighbour> neighbours(HostPlan router) {
    var told = router.bgp().map(BgpRouter::neighbours).orElse(List.of());
    if (!told.isEmpty()) {
      return told;
    }
    return clusters().stream()
        .flatMap(
            cluster ->
                cluster.bgp().stream()
                    .filter(bgp -> bgp.peersWith(router))
                    .flatMap(
                        bgp ->
                            cluster.nodes().stream()
                                .map(
                                    node ->
                                        new BgpNeighbour(
                                            node.name(),
                                            node.address(),
                                            bgp.asn(),
                                            node.origin()))))
        .toList();
  }
}

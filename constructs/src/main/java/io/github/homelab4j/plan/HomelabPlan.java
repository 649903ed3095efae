package io.github.homelab4j.plan;

import io.github.homelab4j.unit.Hostname;
import java.util.List;

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
   * Networks beside those of the clusters: VLANs, overlays, what several clusters' ranges lie in;
   * none by default.
   */
  default List<Cidr> networks() {
    return List.of();
  }
}

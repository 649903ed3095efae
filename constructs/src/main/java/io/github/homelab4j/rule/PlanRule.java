package io.github.homelab4j.rule;

/** Rules of the plan: networks, ranges, addresses and names. */
public enum PlanRule implements Rule {
  /** No range shares an address with another. */
  RANGES_OVERLAP(
      About.error("pods, Services, machines, overlays and VPNs have ranges of their own")
          .because("packets to one of the two owners go to the other")
          .fix("move one of the ranges")
          .source(
              "https://docs.cilium.io/en/stable/network/clustermesh/clustermesh/#prerequisites")),
  /** The range of Services has a usable size. */
  SERVICE_RANGE_SIZE(
      About.error("the range of Services has from 16 addresses to a /12")
          .because(
              "the API server does not start with a range that is too wide, and cluster DNS has no tenth address in one that is too small")
          .fix("widen or narrow the range")
          .source("https://github.com/kubernetes/kubernetes/pull/95723")),
  /** The range of pods has room for each node. */
  POD_RANGE_SIZE(
      About.error("the range of pods has room for a range of each node")
          .because("nodes beyond it get no addresses for pods")
          .fix("widen the range")
          .source("https://github.com/kubernetes/kubernetes/pull/95723")),
  /** An address has one owner. */
  ADDRESS_TWICE(
      About.error("an address has one owner")
          .because("two machines answer for it in turn")
          .fix("take another address for one of them")
          .source("https://datatracker.ietf.org/doc/html/rfc5227")),
  /** The API address is in the network of the machines. */
  API_OUTSIDE_NETWORK(
      About.error("the address of the Kubernetes API is in the network of the machines")
          .because("machines take it over from each other by ARP, which stays in their network")
          .fix("take one of that network")
          .source("https://www.talos.dev/v1.12/talos-guides/network/vip/")),
  /** The API address belongs to no single machine. */
  API_ON_ONE_NODE(
      About.error(
              "with several control-plane machines the address of the Kubernetes API belongs to none of them")
          .because("the API is gone with that machine")
          .fix("take a free address")
          .source("https://www.talos.dev/v1.12/talos-guides/network/vip/")),
  /** A pool holds no address of something else. */
  POOL_TAKES_ADDRESS(
      About.error("a load-balancer pool holds no address that something else has")
          .because("a Service takes the machine off the network as soon as it gets its address")
          .fix("shrink the pool or move the address")
          .source("https://github.com/metallb/metallb/issues/364")),
  /** Pools share no address. */
  POOLS_OVERLAP(
      About.error("load-balancer pools share no address")
          .because("both clusters announce it")
          .fix("separate the pools")
          .source("https://docs.cilium.io/en/stable/network/lb-ipam/")),
  /** Cluster numbers in a mesh are unique. */
  MESH_ID(
      About.error("the number of a cluster in a mesh is unique and from 1 to 255")
          .because("identities of two clusters mix, and policies let the wrong ones through")
          .fix("take a free number")
          .source("https://docs.cilium.io/en/stable/network/clustermesh/clustermesh/")),
  /** Cluster names in a mesh are unique. */
  MESH_NAME(
      About.error(
              "the name of a cluster in a mesh is unique, at most 32 characters long and not default")
          .because("agents do not start, or mix up two clusters")
          .fix("take another name")
          .source("https://docs.cilium.io/en/stable/network/clustermesh/clustermesh/")),
  /** Autonomous systems are numbered. */
  BGP_ASN(
      About.error(
              "numbers of autonomous systems are from 1 to 4294967295, and those of clusters differ")
          .because("the session does not come up, or drops the routes of the other cluster")
          .fix("take a private one, 64512 to 65534")
          .source(
              "https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/")),
  /** A BGP peer is a neighbour. */
  BGP_PEER_OUTSIDE_NETWORK(
      About.error("a BGP peer is in the network of the machines")
          .because("packets of eBGP are not routed further")
          .fix("take its address in that network")
          .source("https://datatracker.ietf.org/doc/html/rfc4271")),
  /** Host names are under an owned domain. */
  HOSTNAME_OUTSIDE_DOMAIN(
      About.error("host names are under a domain of the homelab")
          .because("no certificate covers it and no record of ours resolves it")
          .fix("name it under the domain")
          .source("https://letsencrypt.org/docs/challenge-types/")),
  /** A host name has one record. */
  HOSTNAME_TWICE(
      About.error("a host name has one record")
          .because("half of the requests go to the wrong address")
          .fix("keep one record")
          .source("https://datatracker.ietf.org/doc/html/rfc1035")),
  /** A record leads to an address of the plan. */
  RECORD_TO_NOBODY(
      About.error("a record leads to an address of the plan")
          .because("the name resolves to nothing of ours")
          .fix("reserve the address")
          .source("https://datatracker.ietf.org/doc/html/rfc1035")),
  /** Addresses in the output are the plan's. */
  ADDRESS_NOT_IN_PLAN(
      About.error("addresses in the output are those of the plan")
          .because("what was typed into a value moves with nothing")
          .fix("add it to the plan and pass it on")
          .source("https://github.com/AlverezYari/phillips-homelab/issues/210")),
  /** Host names in the output are the plan's. */
  HOSTNAME_NOT_IN_PLAN(
      About.error("host names of the homelab in the output are records of the plan")
          .because("the name resolves to nothing")
          .fix("add a record and pass its name on")
          .source("https://github.com/kubernetes-sigs/external-dns"));

  private final About about;

  PlanRule(About about) {
    this.about = about;
  }

  @Override
  public String code() {
    return name();
  }

  @Override
  public About about() {
    return about;
  }
}

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
  /** What is declared inside another lies there. */
  RANGE_NOT_INSIDE(
      About.error(
              "what is declared to lie in a network lies in it: pools, DHCP scopes, gateways, parts of networks")
          .because("hosts of the network do not reach it")
          .fix("correct the network or what lies in it")
          .source("https://datatracker.ietf.org/doc/html/rfc1122#section-3.3.1")),
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
  /** Families agree. */
  FAMILIES_DIFFER(
      About.error("pods, Services and machines have the same families, IPv4 and IPv6")
          .because("the API server or the network does not start")
          .fix("give all of them both families, or one")
          .source("https://kubernetes.io/docs/concepts/services-networking/dual-stack/")),
  /** An address has one owner. */
  ADDRESS_TWICE(
      About.error("an address has one owner")
          .because("two machines answer for it in turn")
          .fix("take another address for one of them")
          .source("https://datatracker.ietf.org/doc/html/rfc5227")),
  /** Hosts have addresses that hosts can have. */
  ADDRESS_UNUSABLE(
      About.error("no host has the first or last address of its network")
          .because("it means the network itself, or all of its hosts")
          .fix("take one in between")
          .source("https://datatracker.ietf.org/doc/html/rfc1122#section-3.2.1.3")),
  /** Private addresses are in known networks. */
  ADDRESS_OUTSIDE_NETWORKS(
      About.error("a private address of a machine is in a network of the plan")
          .because("it is mistyped, or a range that may overlap others is missing from the plan")
          .fix("correct the address or add the network")
          .source("https://datatracker.ietf.org/doc/html/rfc1918")),
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
  /** The API address is not that of a worker. */
  API_ON_WORKER(
      About.error(
              "the address of the Kubernetes API is not that of a machine without control plane")
          .because("nobody answers there")
          .fix("take that of a control-plane machine, or a free one")
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
  /** A pool is found. */
  POOL_UNREACHABLE(
      About.error(
              "a load-balancer pool lies in the network of the machines, or is announced by BGP")
          .because("no packet finds its Services")
          .fix("take addresses of the network of the machines, or set bgp")
          .source("https://docs.cilium.io/en/stable/network/l2-announcements/")),
  /** ARP is of IPv4. */
  POOL_L2_V6(
      About.error("a load-balancer pool in the network of the machines is of IPv4")
          .because("Cilium answers no neighbour solicitations")
          .fix("announce an IPv6 pool of its own range by BGP")
          .source("https://docs.cilium.io/en/stable/network/l2-announcements/#limitations")),
  /** Recorded addresses fit. */
  LOCK_STALE(
      About.error("an address of the lock fits the pool it is of")
          .because("the Service would change its address without anybody having said so")
          .fix("remove the line from the lock")
          .source("https://github.com/AlverezYari/phillips-homelab/issues/210")),
  /** DHCP gives out what is free. */
  DHCP_TAKES_ADDRESS(
      About.error("DHCP gives out no address that something has")
          .because("whoever comes gets the address of a machine or Service")
          .fix("shrink the scope or move the address")
          .source("https://datatracker.ietf.org/doc/html/rfc2131#section-3.1")),
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
  /** A mesh routes in one way. */
  MESH_ROUTING(
      About.error(
              "clusters of a mesh route alike, and natively routed networks hold the pods of all of them")
          .because("packets between pods of two clusters are dropped or lose their sender")
          .fix("set nativeRouting in all clusters or none, wide enough for all")
          .source(
              "https://docs.cilium.io/en/stable/network/clustermesh/clustermesh/#prerequisites")),
  /** Autonomous systems are numbered. */
  BGP_ASN(
      About.error(
              "numbers of autonomous systems are from 1 to 4294967295, and those of clusters differ")
          .because("the session does not come up, or drops the routes of the other cluster")
          .fix("take a private one, 64512 to 65534")
          .source(
              "https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/")),
  /** Sessions have usable timers. */
  BGP_TIMERS(
      About.error("a BGP session is held for 3 seconds or more and kept alive more often")
          .because("the API server refuses the settings, or the session flaps")
          .fix("take a third of the hold time for keeping alive")
          .source("https://datatracker.ietf.org/doc/html/rfc4271#section-4.2")),
  /** Peers have names of their own. */
  BGP_PEER_TWICE(
      About.error("the peers of a cluster have names of their own")
          .because("the API server refuses the configuration")
          .fix("rename one")
          .source(
              "https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/")),
  /** A BGP peer is a neighbour. */
  BGP_PEER_OUTSIDE_NETWORK(
      About.error("a BGP peer is in the network of the machines, or is said to be further away")
          .because("packets of eBGP are not routed further")
          .fix("take its address in that network, or say how many hops away it is")
          .source("https://datatracker.ietf.org/doc/html/rfc4271")),
  /** Both ends agree. */
  BGP_ENDS_DISAGREE(
      About.error("both ends of a BGP session name each other with the same autonomous systems")
          .because("the session is refused with a bad peer AS, or never opened")
          .fix("write the same in both")
          .source("https://datatracker.ietf.org/doc/html/rfc4271#section-6.2")),
  /** Lighthouses are found. */
  LIGHTHOUSE_ADDRESS(
      About.error("a lighthouse has an address in its overlay and is reached at one outside of it")
          .because("no host of the overlay finds another")
          .fix("correct the address")
          .source("https://github.com/slackhq/nebula/issues/73")),
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
  /** Names are unique. */
  NAME_TWICE(
      About.error("clusters, networks, pools and machines have names of their own")
          .because("one takes the place of the other in files, records and the lock")
          .fix("rename one")
          .source("https://datatracker.ietf.org/doc/html/rfc1178")),
  /** A record leads to an address of the plan. */
  RECORD_TO_NOBODY(
      About.error("a record leads to an address of the plan")
          .because("the name resolves to nothing of ours")
          .fix("reserve the address")
          .source("https://datatracker.ietf.org/doc/html/rfc1035")),
  /** A record leads to where its name is served. */
  RECORD_ELSEWHERE(
      About.error("a record leads those inside to where its name is served")
          .because("what is there knows nothing of the name")
          .fix("take the address of the Gateway or Ingress controller")
          .source("https://datatracker.ietf.org/doc/html/rfc1035")),
  /** A forwarded port leads to an address of the plan. */
  FORWARD_TO_NOBODY(
      About.error("a port that a router forwards leads to an address of the plan")
          .because("whoever takes that address is reached from outside")
          .fix("reserve the address")
          .source("https://openwrt.org/docs/guide-user/firewall/firewall_configuration")),
  /** A port leads to one place. */
  FORWARD_TWICE(
      About.error("a port of a router leads to one place")
          .because("the router takes the first rule that fits")
          .fix("keep one, or take another port")
          .source("https://openwrt.org/docs/guide-user/firewall/firewall_configuration")),
  /** Something listens where a forwarded port leads to. */
  FORWARD_UNANSWERED(
      About.error("something listens where a port that a router forwards leads to")
          .because("a way in is open for whatever comes to listen there")
          .fix("correct the address or the port, or remove the forward")
          .source("https://openwrt.org/docs/guide-user/firewall/firewall_configuration")),
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
          .source("https://github.com/kubernetes-sigs/external-dns")),
  /** Services ask for their own. */
  SERVICE_ADDRESS_FOREIGN(
      About.error("an address that a Service asks for is reserved in a pool of its cluster")
          .because("the Service stays pending without an error")
          .fix("reserve it and pass the reservation on")
          .source("https://docs.cilium.io/en/stable/network/lb-ipam/")),
  /** Services share on purpose. */
  SERVICE_ADDRESS_TWICE(
      About.error("an address is asked for by one Service, or by several with a sharing key")
          .because("all but one stay pending")
          .fix("reserve an address for each")
          .source("https://docs.cilium.io/en/stable/network/lb-ipam/#sharing-keys")),
  /** Static cluster addresses are kept free. */
  CLUSTER_IP_BAND(
      About.error(
              "a Service with a cluster address of its own has one of the lower part of the range")
          .because("another Service gets it first, and this one cannot be created")
          .fix("take one of the first 16 addresses")
          .source(
              "https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/")),
  /** ARP needs Cluster. */
  L2_LOCAL_TRAFFIC(
      About.error("Services whose address is found by ARP have externalTrafficPolicy Cluster")
          .because("a machine without pods of it answers for it and drops the packets")
          .fix("set it to Cluster")
          .source("https://docs.cilium.io/en/stable/network/l2-announcements/#limitations"));

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

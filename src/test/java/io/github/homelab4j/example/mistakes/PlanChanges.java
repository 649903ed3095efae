package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.plan.BgpNeighbour;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.BgpRouter;
import io.github.homelab4j.plan.BgpTimers;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.Lighthouse;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.PortForward;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sound plan with one part of it changed. */
final class PlanChanges {
  private static final Network DUAL = Network.lan("lan", "192.0.2.0/24", "fd00:2::/64");
  private static final Path STALE = Path.of("src/test/resources/sound/stale");

  private PlanChanges() {}

  static SoundPlan pods(String range) {
    return new SoundPlan() {
      @Override
      Cidr pods() {
        return Cidr.of(range);
      }
    };
  }

  static SoundPlan services(String range) {
    return new SoundPlan() {
      @Override
      Cidr services() {
        return Cidr.of(range);
      }
    };
  }

  static SoundPlan overlay(String range) {
    return new SoundPlan() {
      @Override
      Network overlay() {
        return Network.overlay("nebula", range);
      }
    };
  }

  static SoundPlan lan(String first, IpRange dhcp) {
    return new SoundPlan() {
      @Override
      Network lan() {
        return Network.builder()
            .name("lan")
            .addRanges(Cidr.of("192.0.2.0/24"))
            .addGateways(Ip.of(first))
            .addDhcp(dhcp)
            .build();
      }
    };
  }

  static SoundPlan pool(PoolOf change) {
    return new SoundPlan() {
      @Override
      LoadBalancerPool housePool() {
        return change.in(lan);
      }
    };
  }

  /** A part of the LAN. */
  static Network attic(Network lan) {
    return Network.builder().name("attic").addRanges(Cidr.of("192.0.2.96/27")).inside(lan).build();
  }

  static SoundPlan dual() {
    return new SoundPlan(
        house -> house.addPools(DUAL.pool("house-v6", "fd00:2::100", "fd00:2::1ff"))) {
      @Override
      Network lan() {
        return DUAL;
      }
    };
  }

  static SoundPlan stale() {
    return AddressLock.in(
        STALE,
        () ->
            new SoundPlan() {
              final Reservation cache = housePool.reserve("cache");
            });
  }

  static SoundPlan lastNode(NodePlan node) {
    return new SoundPlan() {
      @Override
      List<NodePlan> nodes() {
        return Stream.concat(super.nodes().stream().limit(3), Stream.of(node)).toList();
      }
    };
  }

  static SoundPlan nas(String name, String address) {
    return new SoundPlan() {
      @Override
      HostPlan nas() {
        return HostPlan.builder()
            .name(name)
            .purpose("storage")
            .addAddresses(Ip.of(address))
            .build();
      }
    };
  }

  static SoundPlan api(String address) {
    return new SoundPlan() {
      @Override
      Ip api() {
        return Ip.of(address);
      }
    };
  }

  static SoundPlan nativeRouting(String range) {
    return new SoundPlan() {
      @Override
      Optional<Cidr> nativeRouting() {
        return Optional.of(Cidr.of(range));
      }
    };
  }

  static SoundPlan mesh(String name, int id) {
    return new SoundPlan() {
      @Override
      MeshPlan mesh() {
        return new MeshPlan(name, id, houseMesh);
      }
    };
  }

  /** With a third cluster in the mesh, of this name. */
  static SoundPlan third(String mesh) {
    return new SoundPlan() {
      final MeshPlan member = new MeshPlan(mesh, 3, shedPool.reserve("attic", "192.0.2.158"));
      final ClusterPlan attic =
          ClusterPlan.builder()
              .name("attic")
              .purpose("A third.")
              .kubernetesVersion(Version.of("1.35.0"))
              .nodeNetwork(lan)
              .addNodes(NodePlan.controlPlane("attic-1", "192.0.2.41"))
              .pods(Cidr.of("10.46.0.0/16"))
              .services(Cidr.of("10.47.0.0/16"))
              .apiEndpoint(Ip.of("192.0.2.41"))
              .mesh(member)
              .build();

      @Override
      public List<ClusterPlan> clusters() {
        return List.of(first(), second(), attic);
      }
    };
  }

  static SoundPlan system(long asn) {
    return new SoundPlan() {
      @Override
      BgpPlan bgp() {
        return new BgpPlan(asn, List.of(BgpPeer.of(router)));
      }
    };
  }

  static SoundPlan timers(int hold, int keepAlive) {
    var timers =
        new BgpTimers(
            Duration.ofSeconds(hold), Duration.ofSeconds(keepAlive), Duration.ofSeconds(12));
    return new SoundPlan() {
      @Override
      BgpPlan bgp() {
        return new BgpPlan(64513, List.of(BgpPeer.of(router).timers(timers)));
      }
    };
  }

  static SoundPlan peerTwice() {
    return new SoundPlan() {
      @Override
      BgpPlan bgp() {
        return new BgpPlan(64513, List.of(BgpPeer.of(router), BgpPeer.of(router)));
      }
    };
  }

  static SoundPlan farPeer() {
    return new SoundPlan() {
      @Override
      BgpPlan bgp() {
        var core = new BgpPeer("core", Ip.of("198.51.100.1"), 64512);
        return new BgpPlan(64513, List.of(core));
      }
    };
  }

  static SoundPlan otherSystem() {
    return new SoundPlan() {
      @Override
      BgpPlan bgp() {
        var other = new BgpPeer("router", Ip.of("192.0.2.1"), 64511);
        return new BgpPlan(64513, List.of(other));
      }
    };
  }

  /** The router lists all machines but house-4, and one more. */
  static SoundPlan neighbour(String name, String address, long asn) {
    return new SoundPlan() {
      @Override
      HostPlan router() {
        return HostPlan.builder()
            .name("router")
            .purpose("gateway and DNS server")
            .addAddresses(Ip.of("192.0.2.1"))
            .bgp(
                new BgpRouter(
                    64512,
                    List.of(
                        new BgpNeighbour("house-1", Ip.of("192.0.2.11"), 64513),
                        new BgpNeighbour("house-2", Ip.of("192.0.2.12"), 64513),
                        new BgpNeighbour("house-3", Ip.of("192.0.2.13"), 64513),
                        new BgpNeighbour("shed-1", Ip.of("192.0.2.21"), 64514),
                        new BgpNeighbour(name, Ip.of(address), asn))))
            .build();
      }
    };
  }

  static SoundPlan lighthouse(String address, String reachedAt) {
    return new SoundPlan() {
      @Override
      Lighthouse lighthouse() {
        return new Lighthouse("far", Ip.of(address), Hostname.of(reachedAt));
      }
    };
  }

  static SoundPlan record(String name, String address) {
    return new SoundPlan() {
      @Override
      public List<DnsRecord> records() {
        return Stream.concat(
                super.records().stream(),
                Stream.of(new DnsRecord(Hostname.of(name), Ip.of(address))))
            .toList();
      }
    };
  }

  /** The shop's record leads elsewhere. */
  static SoundPlan shopAt(String address) {
    return new SoundPlan() {
      @Override
      public List<DnsRecord> records() {
        return List.of(
            new DnsRecord(Hostname.of("shop.example.org"), Ip.of(address)),
            new DnsRecord(Hostname.of("stock.example.org"), gateway.address()));
      }
    };
  }

  /** The router forwards elsewhere, too. */
  static SoundPlan forward(int port, String target, int to) {
    return new SoundPlan() {
      @Override
      public List<PortForward> forwards() {
        return Stream.concat(
                super.forwards().stream(),
                Stream.of(PortForward.tcp("other", router, port, Ip.of(target)).to(to)))
            .toList();
      }
    };
  }

  /** Makes the house's pool, in the LAN or elsewhere. */
  interface PoolOf {
    LoadBalancerPool in(Network lan);
  }
}

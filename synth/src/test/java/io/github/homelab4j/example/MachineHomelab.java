package io.github.homelab4j.example;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.hosts.NfsServer;
import io.github.homelab4j.hosts.NfsServerProps;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.unit.Hostname;
import java.util.List;

/** A cluster, and a machine beside it that shares a folder with two addresses. */
public final class MachineHomelab extends Homelab {
  private static final HostPlan NAS =
      HostPlan.builder()
          .name("nas")
          .purpose("Holds files.")
          .addAddresses(Ip.of("192.0.2.30"))
          .addServices(HostService.tcp("nfs", 2049, "folders"))
          .build();

  /** Composes it. */
  public MachineHomelab() {
    super(new Plan(new ExampleHomelab().plan()));
    var stack = new Stack(this, "one");
    new NfsServer(
        stack,
        "shares",
        NfsServerProps.builder()
            .host(NAS)
            .addExports(
                new NfsServerProps.Export(
                    "/tank", List.of(Cidr.of("192.0.2.11/32"), Cidr.of("192.0.2.99/32")), true))
            .build());
  }

  private record Plan(HomelabPlan like) implements HomelabPlan {
    @Override
    public String name() {
      return like.name();
    }

    @Override
    public Hostname domain() {
      return like.domain();
    }

    @Override
    public GitSource git() {
      return like.git();
    }

    @Override
    public List<ClusterPlan> clusters() {
      return like.clusters();
    }

    @Override
    public List<HostPlan> hosts() {
      return List.of(NAS);
    }

    @Override
    public List<DnsRecord> records() {
      return like.records();
    }

    @Override
    public List<OutsideService> outside() {
      return like.outside();
    }
  }
}

package io.github.homelab4j.example;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.unit.Hostname;
import java.time.Duration;
import java.util.List;

/** Two clusters whose components the test composes. */
public final class ExampleHomelab extends Homelab {
  private final Stack one = new Stack(this, "one");
  private final Stack two = new Stack(this, "two");

  /** Two empty clusters. */
  public ExampleHomelab() {
    super(new Plan());
  }

  /** The first. */
  public Stack one() {
    return one;
  }

  /** The second. */
  public Stack two() {
    return two;
  }

  private static final class Plan implements HomelabPlan {
    @Override
    public String name() {
      return "example";
    }

    @Override
    public Hostname domain() {
      return Hostname.of("example.org");
    }

    @Override
    public GitSource git() {
      return new GitSource("https://git.example.org/homelab", "main", Duration.ofMinutes(10));
    }

    @Override
    public List<ClusterPlan> clusters() {
      return List.of(Stack.plan("one"), Stack.plan("two"));
    }

    @Override
    public List<DnsRecord> records() {
      return List.of();
    }

    @Override
    public List<OutsideService> outside() {
      return List.of();
    }
  }
}

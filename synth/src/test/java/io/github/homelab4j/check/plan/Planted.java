package io.github.homelab4j.check.plan;

import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.rule.PlanRule;
import java.util.List;

/** A mistake that is planted in a sound plan, somewhere. */
enum Planted {
  /** Pods where another range of the plan is. */
  PODS(PlanRule.RANGES_OVERLAP) {
    @Override
    TestPlan in(Deal deal, int at) {
      var last = deal.last();
      var taken = List.of(3 * last + 2, at % (3 * last + 1)).get(last == 0 ? 0 : at % 2);
      var pods = deal.range(taken == 3 * last + 1 ? 3 * last + 2 : taken);
      return deal.with(deal.cluster(last, pods, List.of()).build());
    }
  },
  /** A machine with an address that another has. */
  MACHINE(PlanRule.ADDRESS_TWICE) {
    @Override
    TestPlan in(Deal deal, int at) {
      return worker(deal, 11 + at % deal.nodes());
    }
  },
  /** A machine with the address of the gateway. */
  GATEWAY(PlanRule.ADDRESS_TWICE) {
    @Override
    TestPlan in(Deal deal, int at) {
      return worker(deal, 1);
    }
  },
  /** A machine in the pool, beyond what is reserved. */
  POOL(PlanRule.POOL_TAKES_ADDRESS) {
    @Override
    TestPlan in(Deal deal, int at) {
      return worker(deal, 102 + at % 49);
    }
  },
  /** A machine where DHCP gives out addresses. */
  DHCP(PlanRule.DHCP_TAKES_ADDRESS) {
    @Override
    TestPlan in(Deal deal, int at) {
      return worker(deal, 200 + at % 51);
    }
  },
  /** A host that nobody has a network for. */
  HOST(PlanRule.ADDRESS_OUTSIDE_NETWORKS) {
    @Override
    TestPlan in(Deal deal, int at) {
      return deal.plan().with(TestPlan.host("nas", "10.200.0." + (1 + at % 250)).build());
    }
  },
  /** A record that leads to nobody. */
  RECORD(PlanRule.RECORD_TO_NOBODY) {
    @Override
    TestPlan in(Deal deal, int at) {
      var address = deal.at(deal.last(), 160 + at % 30);
      return deal.plan().with(TestPlan.record("web.example.org", address));
    }
  },
  /** A network around a range of the plan. */
  NETWORK(PlanRule.RANGES_OVERLAP) {
    @Override
    TestPlan in(Deal deal, int at) {
      return deal.plan().with(Network.vpn("vpn", deal.range(at % (3 * deal.clusters()))));
    }
  };

  private final PlanRule rule;

  Planted(PlanRule rule) {
    this.rule = rule;
  }

  abstract TestPlan in(Deal deal, int at);

  PlanRule rule() {
    return rule;
  }

  private static TestPlan worker(Deal deal, int number) {
    var worker = NodePlan.worker("planted", deal.at(deal.last(), number));
    var pods = deal.range(3 * deal.last() + 1);
    return deal.with(deal.cluster(deal.last(), pods, List.of(worker)).build());
  }
}

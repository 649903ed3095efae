package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.hosts.NfsServer;
import io.github.homelab4j.hosts.NfsServerProps;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.rule.HostRule;
import io.github.homelab4j.rule.PlanRule;
import java.util.List;

/** Mistakes in what runs outside Kubernetes. */
final class HostMistakes {
  private static final String LINE = "nfs(";
  private static final String LAN = "192.0.2.0/24";

  static final List<Mistake> ALL =
      List.of(
          new Mistake(
              HostRule.HOST_FILE_TWICE,
              "house/nfs",
              LINE,
              "hosts/nas/etc/exports.d/homelab.exports is written by house/nas too: merge the two, or give one another path",
              () -> new SoundHome().and(house -> nfs(house, LAN, new SoundPlan().nas()))),
          new Mistake(
              HostRule.HOST_UNKNOWN,
              "house/nfs",
              LINE,
              "hosts/attic/etc/exports.d/homelab.exports is for machine attic, which the plan does not have: return it from hosts() of the plan, or from nodes() of its cluster",
              () ->
                  new SoundHome()
                      .and(
                          house ->
                              nfs(
                                  house,
                                  LAN,
                                  HostPlan.builder()
                                      .name("attic")
                                      .purpose("storage")
                                      .addAddresses(Ip.of("192.0.2.31"))
                                      .build()))),
          new Mistake(
              PlanRule.ADDRESS_NOT_IN_PLAN,
              "house/nfs",
              LINE,
              "198.51.100.0/24 in /lines/1 of HostFile hosts/router/etc/exports.d/homelab.exports is not of the plan: add it there and pass it on",
              () ->
                  new SoundHome()
                      .and(house -> nfs(house, "198.51.100.0/24", new SoundPlan().router()))));

  private HostMistakes() {}

  private static NfsServer nfs(SoundHome.House house, String clients, HostPlan host) {
    var media = new NfsServerProps.Export("/tank/media", List.of(Cidr.of(clients)), true);
    return new NfsServer(
        house, "nfs", NfsServerProps.builder().host(host).addExports(media).build());
  }
}

package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Map;

/** Addresses and networks in the fields that hold them. */
final class AddressFields implements Check {
  private static final Fields ADDRESSES =
      Fields.of(
          Map.of(
              "Service",
              List.of(
                  "/spec/clusterIP",
                  "/spec/clusterIPs/*",
                  "/spec/loadBalancerIP",
                  "/spec/externalIPs/*",
                  "/metadata/annotations/lbipam.cilium.io~1ips",
                  "/metadata/annotations/io.cilium~1lb-ipam-ips"),
              "Gateway",
              List.of("/spec/addresses/*"),
              "CiliumLoadBalancerIPPool",
              List.of("/spec/blocks/*/start", "/spec/blocks/*/stop"),
              "CiliumBGPClusterConfig",
              List.of("/spec/bgpInstances/*/peers/*/peerAddress")));
  private static final Fields NETWORKS =
      Fields.of(
          Map.of(
              "Service", List.of("/spec/loadBalancerSourceRanges/*"),
              "NetworkPolicy",
                  List.of(
                      "/spec/ingress/*/from/*/ipBlock/cidr", "/spec/egress/*/to/*/ipBlock/cidr"),
              "CiliumLoadBalancerIPPool", List.of("/spec/blocks/*/cidr"),
              "CiliumNetworkPolicy",
                  List.of("/spec/ingress/*/fromCIDR/*", "/spec/egress/*/toCIDR/*")));

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.ADDRESS_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      ADDRESSES.each(
          cluster,
          (subject, pointer, value) -> {
            for (var address : text(value).split(",")) {
              if (!address.isBlank() && !address.equals("None")) {
                judge(subject, pointer, address.trim(), () -> Ip.of(address.trim()), report);
              }
            }
          });
      NETWORKS.each(
          cluster,
          (subject, pointer, value) ->
              judge(subject, pointer, value.asText(), () -> Cidr.of(value.asText()), report));
    }
  }

  // An address of a Gateway may be a host name, and says so.
  private static String text(JsonNode value) {
    if (value.isObject()) {
      return value.path("type").asText("IPAddress").equals("IPAddress")
          ? value.path("value").asText()
          : "";
    }
    return value.asText();
  }

  private static void judge(
      Subject subject, String pointer, String text, Runnable reading, Report report) {
    var problem = problem(reading);
    report.judge(
        ObjectRule.ADDRESS_INVALID,
        subject,
        text,
        problem.isEmpty(),
        () -> "%s: %s".formatted(Fields.describe(subject, pointer), problem));
  }

  private static String problem(Runnable reading) {
    try {
      reading.run();
      return "";
    } catch (InvalidPropsException e) {
      return e.getMessage();
    }
  }
}

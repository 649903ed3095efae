package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Whatever address or host name of the homelab stands in the output, wherever it stands, is one of
 * the plan: what was typed into a value moves with nothing.
 */
final class PlanOwnsLiterals implements Check {
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\w.-])" + OCTET + "(?:\\." + OCTET + "){3}(?:/\\d{1,2})?(?![\\w-]|\\.\\d)");
  // What means the same everywhere: any address, this host, link-local.
  private static final List<Cidr> EVERYWHERE =
      List.of(Cidr.of("0.0.0.0/8"), Cidr.of("127.0.0.0/8"), Cidr.of("169.254.0.0/16"));

  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.ADDRESS_NOT_IN_PLAN, PlanRule.HOSTNAME_NOT_IN_PLAN);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    var plan = resolution.homelab().plan();
    var known = new Known(plan);
    for (var cluster : resolution.clusters()) {
      for (var unit : cluster.units()) {
        unit.objects()
            .forEach(
                object ->
                    texts(
                        "",
                        object.tree(),
                        (path, text) -> look(known, cluster, unit, object, path, text, report)));
      }
    }
  }

  private static void look(
      Known known,
      ClusterModel cluster,
      Unit unit,
      Emitted object,
      String path,
      String text,
      Report report) {
    var where = "%s of %s".formatted(path, object.describe());
    var address = ADDRESS.matcher(text);
    while (address.find()) {
      var literal = address.group();
      if (!known.owns(literal)) {
        report.add(
            new Finding(
                PlanRule.ADDRESS_NOT_IN_PLAN,
                cluster.id() + "/" + unit.name(),
                unit.origin(),
                "%s in %s is not of the plan: add it there and pass it on"
                    .formatted(literal, where)));
      }
    }
    var name = known.names.matcher(text);
    while (name.find()) {
      if (!known.ownsName(name.group())) {
        report.add(
            new Finding(
                PlanRule.HOSTNAME_NOT_IN_PLAN,
                cluster.id() + "/" + unit.name(),
                unit.origin(),
                "%s in %s is not one of the plan's records: add a record there and pass its name on"
                    .formatted(name.group(), where)));
      }
    }
  }

  private static void texts(String path, JsonNode node, BiConsumer<String, String> found) {
    if (node.isTextual()) {
      found.accept(path, node.textValue());
    }
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(field -> texts(path + "/" + field.getKey(), field.getValue(), found));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      texts(path + "/" + i, node.get(i), found);
    }
  }

  private static final class Known {
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> hostnames = new HashSet<>();
    private final Pattern names;

    Known(HomelabPlan plan) {
      plan.clusters().forEach(this::add);
      plan.outsideAddresses().forEach(this::add);
      plan.records().forEach(record -> hostnames.add(record.hostname().name()));
      plan.outside().stream()
          .map(OutsideService::url)
          .map(url -> URI.create(url).getHost())
          .forEach(hostnames::add);
      plan.networks().forEach(network -> addresses.add(network.text()));
      names =
          Pattern.compile(
              "(?<![\\w@.*-])[a-z0-9][-a-z0-9]*\\."
                  + Pattern.quote(plan.domain().name())
                  + "(?![\\w-])");
    }

    private void add(ClusterPlan cluster) {
      List.of(cluster.pods(), cluster.services(), cluster.nodeNetwork())
          .forEach(network -> addresses.add(network.text()));
      List.of(
              cluster.apiEndpoint(),
              cluster.dnsAddress(),
              cluster.loadBalancers().range().first(),
              cluster.loadBalancers().range().last())
          .forEach(this::add);
      cluster.nodeAddresses().forEach(this::add);
      cluster.loadBalancers().reservations().forEach(reservation -> add(reservation.address()));
      cluster.bgp().ifPresent(bgp -> bgp.peers().forEach(peer -> add(peer.address())));
    }

    private void add(Ip address) {
      addresses.add(address.text());
      addresses.add(address.host().text());
    }

    boolean owns(String literal) {
      return addresses.contains(literal)
          || EVERYWHERE.stream()
              .anyMatch(network -> network.contains(Ip.of(literal.replaceFirst("/.*", ""))));
    }

    boolean ownsName(String name) {
      return hostnames.contains(name);
    }
  }
}

package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.hosts.FirewallProps.Rule;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * nftables: what may reach a machine outside Kubernetes. Everything else is dropped; what the
 * machine begins itself is answered. Not for machines of a cluster, whose packets are its network's
 * business.
 */
@ComponentInfo(name = "nftables", domain = Domain.HOSTS, upstream = "https://wiki.nftables.org")
public final class Firewall extends HostComponent {
  private final FirewallProps props;

  /** Stores its settings. */
  public Firewall(Construct scope, String id, FirewallProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING.withPackages("nftables").withUnits("nftables.service");
  }

  @Override
  protected void define(HostFiles out) {
    out.add(props.host(), "etc/nftables.conf", FileKind.NFTABLES, rules());
  }

  private String rules() {
    return """
        #!/usr/sbin/nft -f
        flush ruleset

        table inet filter {
          chain input {
            type filter hook input priority filter; policy drop;
            iif lo accept
            ct state vmap { established : accept, related : accept, invalid : drop }
            meta l4proto { icmp, ipv6-icmp } accept
        %s
          }

          chain forward {
            type filter hook forward priority filter; policy drop;
          }
        }
        """
        .formatted(
            props.rules().stream()
                .flatMap(this::lines)
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n")));
  }

  private Stream<String> lines(Rule rule) {
    return rule.services().stream()
        .map(props.host()::service)
        .flatMap(
            service ->
                Stream.of(true, false)
                    .map(v4 -> line(service, v4, rule.clients()))
                    .filter(line -> !line.isEmpty()));
  }

  private static String line(HostService service, boolean v4, List<Cidr> clients) {
    var of = clients.stream().filter(client -> client.isV4() == v4).map(Cidr::text).toList();
    return of.isEmpty()
        ? ""
        : "%s saddr { %s } %s dport %s accept comment \"%s\""
            .formatted(
                v4 ? "ip" : "ip6",
                String.join(", ", of),
                service.protocol().name().toLowerCase(Locale.ROOT),
                service.port(),
                service.name());
  }
}

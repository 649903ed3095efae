package io.github.homelab4j.dns;

import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.Ip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of CoreDNS' configuration, or a block.
 *
 * @param name the plugin
 * @param parameters what stands behind its name
 * @param configBlock what stands in its block
 */
record CoreDnsPlugin(String name, Optional<String> parameters, Optional<String> configBlock) {
  private static final String REVERSE = "in-addr.arpa ip6.arpa";
  private static final int METRICS_PORT = 9153;

  // The order is of no consequence: CoreDNS runs plugins in the order that it was built with.
  static List<CoreDnsPlugin> of(CoreDnsProps props) {
    var plugins = new ArrayList<CoreDnsPlugin>();
    plugins.addAll(List.of(named("errors"), block("health", "lameduck 10s"), named("ready")));
    if (!props.records().isEmpty()) {
      plugins.add(block("hosts", hosts(props)));
    }
    plugins.add(kubernetes());
    plugins.add(with("prometheus", "0.0.0.0:" + METRICS_PORT));
    plugins.add(with("forward", ". " + upstreams(props)));
    plugins.add(with("cache", String.valueOf(props.cache().toSeconds())));
    plugins.addAll(List.of(named("loop"), named("reload"), named("loadbalance")));
    return plugins;
  }

  private static CoreDnsPlugin kubernetes() {
    return new CoreDnsPlugin(
        "kubernetes",
        Optional.of("cluster.local " + REVERSE),
        Optional.of("pods insecure\nfallthrough %s\nttl 30".formatted(REVERSE)));
  }

  private static String hosts(CoreDnsProps props) {
    var records =
        props.records().stream()
            .filter(record -> record.view() == DnsRecord.View.INSIDE)
            .map(record -> record.address() + " " + record.hostname());
    return Stream.concat(records, Stream.of("ttl " + props.recordTtl().toSeconds(), "fallthrough"))
        .collect(Collectors.joining("\n"));
  }

  private static String upstreams(CoreDnsProps props) {
    var asked =
        Stream.concat(
                props.upstreams().stream().map(Ip::text),
                props.servers().stream().map(HostServiceRef::hostPort))
            .toList();
    return asked.isEmpty() ? "/etc/resolv.conf" : String.join(" ", asked);
  }

  private static CoreDnsPlugin named(String name) {
    return new CoreDnsPlugin(name, Optional.empty(), Optional.empty());
  }

  private static CoreDnsPlugin with(String name, String parameters) {
    return new CoreDnsPlugin(name, Optional.of(parameters), Optional.empty());
  }

  private static CoreDnsPlugin block(String name, String configBlock) {
    return new CoreDnsPlugin(name, Optional.empty(), Optional.of(configBlock));
  }
}

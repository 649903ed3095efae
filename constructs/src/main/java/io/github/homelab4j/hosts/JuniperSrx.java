package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.DnsRecord;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * A Juniper SRX as the router of a homelab: it peers with the machines of the clusters by BGP,
 * takes the addresses of their load balancers and nothing else, announces nothing, and answers for
 * the homelab's names.
 *
 * <p>Provides {@link #resolver}. Its file holds commands of Junos' configuration mode; loaded
 * again, they replace what they made before and leave the rest of the router alone.
 */
@ComponentInfo(
    name = "juniper-srx",
    domain = Domain.HOSTS,
    upstream = "https://www.juniper.net/documentation/us/en/software/junos/bgp/index.html")
public final class JuniperSrx extends HostComponent {
  private final JuniperSrxProps props;

  /** Stores its settings. */
  public JuniperSrx(Construct scope, String id, JuniperSrxProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its DNS server. */
  public HostServiceRef resolver() {
    return HostServiceRef.providedBy(
        this, props.host(), props.host().service("dns"), Loss.DEGRADES);
  }

  @Override
  public List<String> notes() {
    var notes = new ArrayList<String>();
    notes.add(
        "%s takes its commands in configuration mode: `load set homelab.set`, `show | compare`, `commit confirmed 5`, and `commit` once the sessions are up."
            .formatted(props.host().name()));
    for (var cluster : props.homelab().clusters()) {
      JunosBgp.session(cluster, props.host())
          .flatMap(BgpPeer::password)
          .ifPresent(
              secret ->
                  notes.add(
                      "The BGP sessions of cluster %s are signed: set authentication-key of BGP group %s on %s by hand to key password of %s."
                          .formatted(
                              cluster.name(),
                              JunosBgp.group(cluster),
                              props.host().name(),
                              secret.describe())));
    }
    return notes;
  }

  @Override
  protected void define(HostFiles out) {
    var lines = new ArrayList<>(JunosBgp.of(props));
    lines.addAll(names());
    out.add(props.host(), "homelab.set", FileKind.JUNOS, String.join("\n", lines));
  }

  /**
   * Names that the router answers for itself, and whom it asks for others.
   *
   * @see <a
   *     href="https://www.juniper.net/documentation/us/en/software/junos/user-access/topics/concept/dns-proxy-overview.html">DNS
   *     proxy</a>
   */
  private List<String> names() {
    var proxy = "system services dns dns-proxy";
    var lines = new ArrayList<String>();
    lines.add("delete " + proxy);
    lines.add("set %s interface %s".formatted(proxy, props.lanInterface()));
    for (var forwarder : props.forwarders()) {
      lines.add("set %s default-domain * forwarders %s".formatted(proxy, forwarder));
    }
    props.homelab().records().stream()
        .filter(record -> record.view() == DnsRecord.View.INSIDE)
        .forEach(
            record ->
                lines.add(
                    "set %s cache %s %s %s"
                        .formatted(
                            proxy,
                            record.hostname(),
                            record.address().isV4() ? "inet" : "inet6",
                            record.address())));
    lines.add(
        "set security zones security-zone %s host-inbound-traffic system-services dns"
            .formatted(props.lanZone()));
    return lines;
  }
}

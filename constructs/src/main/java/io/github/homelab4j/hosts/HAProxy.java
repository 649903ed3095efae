package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.plan.Machine;
import java.util.ArrayList;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * HAProxy, as Debian packages it: ports of a machine that lead to those servers of others that are
 * well.
 *
 * <p>Provides {@link #service}.
 */
@ComponentInfo(
    name = "haproxy",
    domain = Domain.HOSTS,
    upstream = "https://docs.haproxy.org/2.6/configuration.html")
public final class HAProxy extends HostComponent {
  private static final String STATS =
      """
      frontend stats
        mode http
        bind 127.0.0.1:8404
        stats enable
        stats uri /
        no log""";

  private final HAProxyProps props;

  /** Stores its settings. */
  public HAProxy(Construct scope, String id, HAProxyProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * What one of its ports leads to.
   *
   * @throws InvalidPropsException when it has no such frontend
   */
  public HostServiceRef service(String frontend) {
    return props.frontends().stream()
        .filter(each -> each.service().name().equals(frontend))
        .findFirst()
        .map(each -> HostServiceRef.providedBy(this, props.host(), each.service(), Loss.DEGRADES))
        .orElseThrow(
            () ->
                new InvalidPropsException(
                    "%s has no frontend '%s', only %s: add it to its frontends"
                        .formatted(
                            id(),
                            frontend,
                            props.frontends().stream()
                                .map(each -> each.service().name())
                                .toList())));
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING.withPackages("haproxy").withUnits("haproxy.service");
  }

  // Watches of the Kubernetes API are silent for long, hence the hour.
  @Override
  protected void define(HostFiles out) {
    var sections = new ArrayList<String>();
    sections.add(
        """
        global
          log /dev/log local0
          user haproxy
          group haproxy
          maxconn 2000""");
    sections.add(
        """
        defaults
          log global
          option dontlognull
          timeout connect 5s
          timeout client 1h
          timeout server 1h
          timeout check 5s""");
    props.frontends().forEach(each -> sections.add(frontend(each)));
    props.frontends().forEach(each -> sections.add(backend(each)));
    if (props.stats()) {
      sections.add(STATS);
    }
    out.add(
        props.host(),
        "etc/haproxy/haproxy.cfg",
        FileKind.HAPROXY,
        "\n" + String.join("\n\n", sections));
  }

  private String frontend(HAProxyProps.Frontend frontend) {
    return props.host().addresses().stream()
        .map(address -> "  bind %s:%s".formatted(address, frontend.service().port()))
        .collect(
            Collectors.joining(
                "\n",
                "frontend %s\n  mode %s\n  option %slog\n"
                    .formatted(frontend.service().name(), mode(frontend), mode(frontend)),
                "\n  default_backend " + frontend.service().name()));
  }

  private static String backend(HAProxyProps.Frontend frontend) {
    var check =
        frontend.health().map("  option httpchk GET %s"::formatted).orElse("  option tcp-check");
    return frontend.servers().stream()
        .map(
            server ->
                "  server %s %s:%s check".formatted(server.name(), server.address(), server.port()))
        .collect(
            Collectors.joining(
                "\n",
                "backend %s\n  mode %s\n  balance roundrobin\n%s\n"
                    .formatted(frontend.service().name(), mode(frontend), check),
                ""));
  }

  private static String mode(HAProxyProps.Frontend frontend) {
    return frontend.health().isPresent() ? "http" : "tcp";
  }
}

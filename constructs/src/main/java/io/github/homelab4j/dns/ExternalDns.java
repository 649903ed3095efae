package io.github.homelab4j.dns;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import software.constructs.Construct;

/**
 * ExternalDNS: writes the host names of routes and Services into DNS zones outside the cluster.
 *
 * <p>Runs once: it has no election, and two copies would write against each other.
 */
@ComponentInfo(
    name = "external-dns",
    domain = Domain.DNS,
    upstream = "https://kubernetes-sigs.github.io/external-dns/",
    namespace = "external-dns",
    installs = "externaldns.k8s.io",
    uses = {"monitoring.coreos.com", "gateway.networking.k8s.io"})
public final class ExternalDns extends HelmComponent {
  private final ExternalDnsProps props;

  /** Stores its settings. */
  public ExternalDns(Construct scope, String id, ExternalDnsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  protected Values values() {
    return new Values(
        new Provider(name()),
        List.of("gateway-httproute", "service"),
        props.domains(),
        props.deletes() ? "sync" : "upsert-only",
        "txt",
        props.owner(),
        environment(),
        arguments(),
        new Enabled(props.metrics()),
        Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(128)));
  }

  private String name() {
    return props.provider() instanceof DnsProvider.Cloudflare ? "cloudflare" : "rfc2136";
  }

  private List<EnvVar> environment() {
    if (props.provider() instanceof DnsProvider.Cloudflare cloudflare) {
      return List.of(EnvVar.of("CF_API_TOKEN", secret(cloudflare.token())));
    }
    return List.of(
        EnvVar.of(
            "EXTERNAL_DNS_RFC2136_TSIG_SECRET",
            secret(((DnsProvider.Rfc2136) props.provider()).key())));
  }

  // Without zone transfers it could not read what is there, and would only ever create.
  private List<String> arguments() {
    if (props.provider() instanceof DnsProvider.Rfc2136 server) {
      return List.of(
          "--rfc2136-host=" + server.server(),
          "--rfc2136-port=" + server.port(),
          "--rfc2136-zone=" + server.zone(),
          "--rfc2136-tsig-keyname=" + server.keyName(),
          "--rfc2136-tsig-secret-alg=hmac-sha256",
          "--rfc2136-tsig-axfr");
    }
    return List.of();
  }

  record Values(
      Provider provider,
      List<String> sources,
      List<Hostname> domainFilters,
      String policy,
      String registry,
      String txtOwnerId,
      List<EnvVar> env,
      List<String> extraArgs,
      Enabled serviceMonitor,
      Compute resources) {}

  record Provider(String name) {}

  record Enabled(boolean enabled) {}

  record EnvVar(String name, ValueFrom valueFrom) {
    static EnvVar of(String name, SecretKeyRef value) {
      return new EnvVar(name, new ValueFrom(new KeySelector(value.secret(), value.key())));
    }
  }

  record ValueFrom(KeySelector secretKeyRef) {}

  record KeySelector(SecretRef name, String key) {}
}

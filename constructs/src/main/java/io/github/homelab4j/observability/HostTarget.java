package io.github.homelab4j.observability;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import java.util.Optional;

/**
 * Metrics that a machine outside Kubernetes serves.
 *
 * @param host the machine
 * @param service what serves them, one of the machine's services
 * @param path where, as {@code /metrics}
 * @param token the bearer token that it asks for
 */
public record HostTarget(
    HostPlan host, HostService service, String path, Optional<SecretSource> token) {
  /** Checks that the machine has the service. */
  public HostTarget {
    if (!host.services().contains(service)) {
      Invalid.setting(
          "host %s serves %s, not %s: add the service to the plan of the host, or take another"
              .formatted(
                  host.name(),
                  host.services().stream().map(HostService::name).toList(),
                  service.name()));
    }
    if (service.protocol() != HostService.Protocol.TCP || !path.startsWith("/")) {
      Invalid.setting(
          "metrics of %s are at '%s' over %s: they are read over TCP, at a path that begins with a slash"
              .formatted(service.name(), path, service.protocol()));
    }
  }

  /** At {@code /metrics}, without a token: node-exporter and most others. */
  public static HostTarget of(HostPlan host, HostService service) {
    return new HostTarget(host, service, "/metrics", Optional.empty());
  }

  /** At another path: {@code /minio/v2/metrics/cluster} of MinIO. */
  public HostTarget at(String otherPath) {
    return new HostTarget(host, service, otherPath, token);
  }

  /** With a bearer token. */
  public HostTarget with(SecretSource bearer) {
    return new HostTarget(host, service, path, Optional.of(bearer));
  }

  /** The object's name: {@code node1-minio}. */
  String name() {
    return host.name() + "-" + service.name();
  }

  String address() {
    return host.address().text() + ":" + service.port();
  }
}

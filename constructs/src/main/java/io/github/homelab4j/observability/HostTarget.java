package io.github.homelab4j.observability;

import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.plan.HostService;
import java.util.Optional;

/**
 * Metrics that a machine outside Kubernetes serves over plain HTTP.
 *
 * @param service what serves them
 * @param path where, as {@code /metrics}
 * @param token the bearer token that it asks for
 */
public record HostTarget(HostServiceRef service, String path, Optional<SecretSource> token) {
  /** Checks that it can be read by HTTP. */
  public HostTarget {
    if (service.service().protocol() != HostService.Protocol.TCP) {
      Invalid.setting(
          "%s is served over %s, but metrics are read over TCP: take another service"
              .formatted(service.describe(), service.service().protocol()));
    }
    if (!path.matches("/[^\\s?#]*")) {
      Invalid.setting(
          "'%s' is not the path of metrics: write it with a slash first, as /metrics"
              .formatted(path));
    }
  }

  /** At {@code /metrics}, without a token: node-exporter and most others. */
  public static HostTarget of(HostServiceRef service) {
    return new HostTarget(service, "/metrics", Optional.empty());
  }

  /** At another path: {@code /minio/v2/metrics/cluster} of MinIO. */
  public HostTarget at(String otherPath) {
    return new HostTarget(service, otherPath, token);
  }

  /** With a bearer token. */
  public HostTarget with(SecretSource bearer) {
    return new HostTarget(service, path, Optional.of(bearer));
  }

  /** The machine's name. */
  String host() {
    return service.host().name();
  }

  /** The service's name. */
  String job() {
    return service.service().name();
  }
}

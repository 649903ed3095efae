package io.github.homelab4j.core;

/**
 * A chart at an exact version.
 *
 * @param key its key in {@code versions.yaml}
 * @param repository the URL of a Helm repository, or {@code oci://} with the chart's whole path
 * @param name the chart's name
 * @param version its version, as published
 */
public record ChartPin(String key, String repository, String name, String version) {
  /** Whether the chart is published as an OCI artifact. */
  public boolean oci() {
    return repository.startsWith("oci://");
  }
}

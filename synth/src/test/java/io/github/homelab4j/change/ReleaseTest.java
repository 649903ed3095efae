package io.github.homelab4j.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.graph.Emitted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final Release HARBOR =
      release("{releaseName: harbor, chart: {spec: {chart: harbor}}}", "");

  @Test
  void a_release_is_named_after_its_object_unless_it_says_otherwise() {
    assertThat(release("{chart: {spec: {chart: harbor}}}", "").replacedBy(HARBOR)).isEmpty();
    assertThat(release("{releaseName: registry, chart: {spec: {chart: harbor}}}", "").name())
        .isEqualTo("registry");
    assertThat(release("{targetNamespace: apps}", "").name()).isEqualTo("apps-harbor");
  }

  @Test
  void the_chart_of_an_oci_source_is_the_end_of_its_url() {
    var oci =
        release(
            "{releaseName: harbor, chartRef: {kind: OCIRepository, name: harbor}}",
            "oci://ghcr.io/goharbor/charts/harbor");
    assertThat(HARBOR.replacedBy(oci)).isEmpty();
    var other =
        release(
            "{releaseName: harbor, chartRef: {kind: OCIRepository, name: harbor}}",
            "oci://ghcr.io/goharbor/charts/harbor-next");
    assertThat(oci.replacedBy(other)).containsExactly("chart from harbor to harbor-next");
  }

  @Test
  void everything_that_replaces_it_is_told() {
    assertThat(
            HARBOR.replacedBy(
                release(
                    "{targetNamespace: apps, storageNamespace: helm, chart: {spec: {chart: registry}}}",
                    "")))
        .containsExactly(
            "name from harbor to apps-harbor",
            "namespace from shop to apps",
            "storage namespace from shop to helm",
            "chart from harbor to registry");
  }

  private static Release release(String spec, String url) {
    var object =
        object(
            "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: harbor, namespace: shop}, spec: %s}"
                .formatted(spec));
    return Release.of(
        object,
        key ->
            Optional.of(key)
                .filter("source.toolkit.fluxcd.io/OCIRepository/shop/harbor"::equals)
                .map(found -> object("{kind: OCIRepository, spec: {url: '%s'}}".formatted(url))));
  }

  private static Emitted object(String yaml) {
    try {
      return Emitted.foreign((ObjectNode) new YAMLMapper().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A service mesh comes before what it serves, and namespaces take part in it by a label. */
class MeshTest {
  private static final String LABEL = "/metadata/labels/istio-injection";

  private final FleetCluster cluster = Fleet.cluster("pi");

  @Test
  void its_parts_start_one_after_the_other() {
    assertThat(dependencies("istio-cni")).contains("istio-base");
    assertThat(dependencies("istiod")).contains("istio-base", "istio-cni");
    assertThat(dependencies("istio-gateway")).contains("istiod", "cilium-config");
  }

  @Test
  void its_namespaces_are_labelled_beside_their_security_level() {
    assertThat(namespace("observability").at(LABEL).asText()).isEqualTo("enabled");
    assertThat(
            namespace("observability")
                .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                .asText())
        .isEqualTo("restricted");
    assertThat(
            cluster
                .objects()
                .filter(object -> object.kind().equals("Namespace"))
                .filter(object -> !object.at(LABEL).isMissingNode())
                .map(Manifest::name))
        .containsExactly("observability");
  }

  private Manifest namespace(String name) {
    return object("Namespace", name);
  }

  private List<String> dependencies(String kustomization) {
    return StreamSupport.stream(
            object("Kustomization", kustomization).at("/spec/dependsOn").spliterator(), false)
        .map(each -> each.path("name").asText())
        .toList();
  }

  private Manifest object(String kind, String name) {
    return cluster
        .objects()
        .filter(object -> object.kind().equals(kind) && object.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

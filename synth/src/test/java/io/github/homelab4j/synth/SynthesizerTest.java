package io.github.homelab4j.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Impostor;
import io.github.homelab4j.example.Mutual;
import io.github.homelab4j.example.Operator;
import io.github.homelab4j.example.Settings;
import io.github.homelab4j.example.Workload;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SynthesizerTest {
  private final ExampleHomelab homelab = new ExampleHomelab();

  @Test
  void a_reference_in_props_makes_flux_wait_for_its_provider() {
    var operator = new Operator(homelab.one(), "operator", Settings.none());
    new Workload(homelab.one(), "workload", Settings.needing(operator.storage()));
    assertThat(part("one", "workload").dependsOn()).containsExactly("operator");
    assertThat(file("one", "apps/apps/workload/ks.yaml"))
        .contains("  dependsOn:\n    - name: operator\n");
  }

  @Test
  void a_consumer_waits_for_the_last_part_of_its_provider() {
    var operator = new Operator(homelab.one(), "operator", Settings.none().widgets(1));
    new Workload(homelab.one(), "workload", Settings.needing(operator.storage()));
    assertThat(part("one", "workload").dependsOn()).containsExactly("operator-config");
  }

  @Test
  void custom_resources_of_a_group_that_a_component_installs_come_after_what_installs_it() {
    new Operator(homelab.one(), "operator", Settings.none().widgets(2));
    var synthesis = Synthesizer.synthesize(homelab);
    var unit = synthesis.cluster("one").unit("operator").orElseThrow();
    assertThat(unit.app().objects())
        .extracting(Emitted::kind)
        .containsExactly("ConfigMap", "Service");
    assertThat(unit.config().objects())
        .extracting(Emitted::kind)
        .containsExactly("Widget", "Widget");
    assertThat(unit.config().dependsOn()).containsExactly("operator");
    assertThat(synthesis.files().get("one").keySet())
        .contains(
            "apps/platform/operator/app/configmap.yaml",
            "apps/platform/operator/config/widget-own-0.yaml");
    assertThat(synthesis.files().get("one").get("apps/platform/operator/ks.yaml"))
        .contains(
            "name: operator-config",
            "path: \"./clusters/one/apps/platform/operator/config\"",
            "kind: Widget");
  }

  @Test
  void a_kind_makes_its_emitter_wait_for_the_installer_of_its_group() {
    new Workload(homelab.one(), "workload", Settings.none().widgets(1));
    new Operator(homelab.one(), "operator", Settings.none());
    assertThat(part("one", "workload").dependsOn()).containsExactly("operator");
  }

  @Test
  void what_starts_after_another_waits_for_it_and_takes_nothing_of_it() {
    var first = new Workload(homelab.one(), "first", Settings.none());
    var then = new Workload(homelab.one(), "then", Settings.none());
    then.startsAfter(first);
    assertThat(part("one", "then").dependsOn()).containsExactly("first");
    assertThat(Synthesizer.synthesize(homelab).cluster("one").links()).isEmpty();
  }

  @Test
  void what_is_switched_off_is_not_waited_for() {
    var off = new Workload(homelab.one(), "off", Settings.none().off());
    new Workload(homelab.one(), "then", Settings.none()).startsAfter(off);
    assertThat(part("one", "then").dependsOn()).isEmpty();
  }

  @Test
  void nobody_waits_for_what_starts_in_another_cluster() {
    var first = new Workload(homelab.one(), "first", Settings.none());
    var then = new Workload(homelab.two(), "then", Settings.none());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> then.startsAfter(first))
        .withMessage(
            "two/then shall start after one/first, which is in another cluster: take one of its own, or no order");
  }

  @Test
  void two_that_start_after_each_other_are_told() {
    var one = new Workload(homelab.one(), "a", Settings.none());
    var other = new Workload(homelab.one(), "b", Settings.none());
    one.startsAfter(other);
    other.startsAfter(one);
    assertThat(codes()).containsExactly("FLUX_CYCLE one/a");
  }

  @Test
  void a_kind_that_nobody_installs_is_told_with_the_line_of_its_emitter() {
    var line = lineBelow();
    new Workload(homelab.one(), "workload", Settings.none().widgets(1));
    var finding = onlyFinding();
    assertThat(finding.code()).isEqualTo("CRD_NOT_PROVIDED");
    assertThat(finding)
        .hasToString(
            ("CRD_NOT_PROVIDED one/workload (SynthesizerTest.java:%d): Widget apps/workload-0 needs the definitions of"
                    + " example.org, which no component of cluster one installs (they install none): compose the one that does")
                .formatted(line));
  }

  @Test
  void a_group_that_two_components_install_is_told() {
    new Operator(homelab.one(), "a", Settings.none());
    new Operator(homelab.one(), "b", Settings.none());
    assertThat(codes()).contains("CRD_TWICE one/b");
  }

  @Test
  void a_service_of_another_cluster_must_be_exported() {
    var operator = new Operator(homelab.one(), "operator", Settings.none());
    var line = lineBelow();
    var service = operator.service();
    new Workload(homelab.two(), "workload", Settings.needing(service));
    assertThat(onlyFinding())
        .hasToString(
            ("REF_NOT_EXPORTED two/workload (SynthesizerTest.java:%d): needs[0] is service platform/operator:80 of"
                    + " cluster one, which does not export it: add it to the record that its stack exports")
                .formatted(line));
  }

  @Test
  void an_exported_service_gets_a_twin_in_the_other_cluster_and_is_no_dependency_of_flux() {
    var operator = new Operator(homelab.one(), "operator", Settings.none());
    new Workload(
        homelab.two(), "workload", Settings.needing(homelab.one().exporting(operator.service())));
    var synthesis = Synthesizer.synthesize(homelab);
    var provided = object(synthesis, "one", "Service platform/operator");
    assertThat(provided.at("/metadata/annotations/service.cilium.io~1global").asText())
        .isEqualTo("true");
    var twin = object(synthesis, "two", "Service platform/operator");
    assertThat(twin.at("/metadata/annotations/service.cilium.io~1global").asText())
        .isEqualTo("true");
    assertThat(twin.at("/metadata/annotations/service.cilium.io~1shared").asText())
        .isEqualTo("false");
    assertThat(twin.at("/spec/selector").isMissingNode()).isTrue();
    assertThat(twin.at("/spec/ports/0/port").asInt()).isEqualTo(80);
    assertThat(twin.at("/spec/ports/0/targetPort").asInt()).isEqualTo(8080);
    assertThat(synthesis.cluster("two").byKustomization().get("workload").dependsOn())
        .containsExactly("global-services-platform");
    assertThat(synthesis.cluster("two").namespaces()).containsKey("platform");
    for (var cluster : List.of("one", "two")) {
      assertThat(synthesis.files().get(cluster).get("README.md"))
          .contains("| two/workload | service platform/operator:80 | one/operator |");
    }
  }

  @Test
  void a_storage_class_of_another_cluster_cannot_be_used() {
    var operator = new Operator(homelab.one(), "operator", Settings.none());
    new Workload(homelab.two(), "workload", Settings.needing(operator.storage()));
    assertThat(codes()).containsExactly("REF_OTHER_CLUSTER two/workload");
  }

  @Test
  void a_store_of_another_cluster_needs_one_of_its_name_in_this_one() {
    var operator = new Operator(homelab.one(), "operator", Settings.none());
    new Workload(
        homelab.two(),
        "workload",
        Settings.needing(SecretStoreRef.providedBy(operator, "vault").item("login")));
    assertThat(codes()).containsExactly("REF_UNKNOWN two/workload");
  }

  @Test
  void components_that_wait_for_each_other_are_told_by_name() {
    new Mutual(homelab.one(), "hen", "hen.example.org", "egg.example.org");
    new Mutual(homelab.one(), "egg", "egg.example.org", "hen.example.org");
    var finding = onlyFinding();
    assertThat(finding.code()).isEqualTo("FLUX_CYCLE");
    assertThat(finding.message()).startsWith("egg -> hen -> egg wait for each other");
  }

  @Test
  void an_object_that_two_components_emit_is_told_with_both_lines() {
    var line = lineBelow();
    new Impostor(homelab.one(), "one", "apps", "same");
    new Impostor(homelab.one(), "two", "apps", "same");
    assertThat(onlyFinding())
        .hasToString(
            ("OBJECT_TWICE one/two (SynthesizerTest.java:%d): ConfigMap apps/same is emitted by one"
                    + " (SynthesizerTest.java:%d) too: give one of them another name or namespace")
                .formatted(line + 1, line));
  }

  @Test
  void a_name_that_the_api_refuses_is_told() {
    new Impostor(homelab.one(), "impostor", "apps", "Not_A_Name");
    assertThat(codes()).containsExactly("NAME_INVALID one/impostor");
  }

  @Test
  void two_kustomizations_of_one_name_are_told() {
    new Operator(homelab.one(), "operator", Settings.none().widgets(1));
    new Workload(homelab.one(), "operator-config", Settings.none());
    assertThat(codes()).containsExactly("KUSTOMIZATION_TWICE one/operator-config");
  }

  @Test
  void what_leaves_the_namespace_of_a_tenant_is_told() {
    homelab.one().withTenant("apps");
    new Workload(homelab.one(), "workload", Settings.none());
    assertThat(file("one", "apps/apps/workload/ks.yaml"))
        .contains("serviceAccountName: reconciler-apps");

    var second = new ExampleHomelab();
    second.one().withTenant("apps");
    new Impostor(second.one(), "impostor", "flux-system", "name");
    assertThat(findings(second)).extracting(Finding::code).containsExactly("TENANT_SCOPE");
  }

  @Test
  void all_findings_come_at_once_sorted() {
    new Workload(homelab.two(), "workload", Settings.none().widgets(-1));
    new Workload(homelab.one(), "workload", Settings.none().widgets(1));
    assertThat(codes())
        .containsExactly("CRD_NOT_PROVIDED one/workload", "PROPS_INVALID two/workload");
  }

  @Test
  void a_namespace_is_as_strict_as_all_that_run_in_it_allow() {
    new Workload(homelab.one(), "workload", Settings.none());
    new Operator(homelab.one(), "operator", Settings.none());
    new Workload(homelab.one(), "beside", Settings.none().in("platform"));
    new Workload(homelab.one(), "external", Settings.none().in("flux-system"));
    var files = Synthesizer.synthesize(homelab).files().get("one");
    assertThat(files.get("apps/apps/namespace.yaml"))
        .contains(
            "pod-security.kubernetes.io/enforce: restricted",
            "kustomize.toolkit.fluxcd.io/prune: disabled");
    assertThat(files.get("apps/platform/namespace.yaml"))
        .contains("pod-security.kubernetes.io/enforce: privileged");
    assertThat(files)
        .doesNotContainKey("apps/flux-system/namespace.yaml")
        .containsKey("apps/flux-system/external/ks.yaml");
  }

  @Test
  void every_file_of_a_manifest_begins_with_its_schema() {
    new Operator(homelab.one(), "operator", Settings.none().widgets(1));
    var files = Synthesizer.synthesize(homelab).files().get("one");
    assertThat(files.entrySet())
        .filteredOn(entry -> entry.getKey().endsWith(".yaml"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            entry ->
                assertThat(entry.getValue())
                    .as(entry.getKey())
                    .startsWith("# yaml-language-server: $schema=https://"));
    assertThat(files.get("apps/platform/operator/app/service.yaml"))
        .startsWith(
            "# yaml-language-server:"
                + " $schema=https://raw.githubusercontent.com/yannh/kubernetes-json-schema/master/v1.35.0-standalone-strict"
                + "/service-v1.json\n");
    assertThat(files.get("apps/platform/operator/config/widget-own-0.yaml"))
        .contains("/CRDs-catalog/main/example.org/widget_v1.json\n");
  }

  @Test
  void a_text_that_looks_like_a_switch_stays_a_text() throws IOException {
    new Operator(homelab.one(), "operator", Settings.none());
    var file = file("one", "apps/platform/operator/app/configmap.yaml");
    assertThat(file).contains("  \"on\": \"yes\"\n");
    assertThat(new YAMLMapper().readValue(file, Map.class).get("data"))
        .isEqualTo(Map.of("on", "yes"));
  }

  @Test
  void an_id_that_is_no_name_is_refused_before_jsii_hears_of_it() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> new Workload(homelab.one(), "No/Name", Settings.none()))
        .withMessage(
            "'No/Name' is not a component id: use at most 53 lower-case letters, digits and"
                + " hyphens");
    new Workload(homelab.one(), "workload", Settings.none());
    assertThat(Synthesizer.synthesize(homelab).cluster("one").units()).hasSize(1);
  }

  private Part part(String cluster, String kustomization) {
    return Synthesizer.synthesize(homelab).cluster(cluster).byKustomization().get(kustomization);
  }

  private String file(String cluster, String path) {
    var files = Synthesizer.synthesize(homelab).files().get(cluster);
    assertThat(files).containsKey(path);
    return files.get(path);
  }

  private static Emitted object(Synthesis synthesis, String cluster, String description) {
    return synthesis
        .cluster(cluster)
        .objects()
        .filter(object -> object.describe().equals(description))
        .findFirst()
        .orElseThrow();
  }

  private Finding onlyFinding() {
    assertThat(findings(homelab)).hasSize(1);
    return findings(homelab).get(0);
  }

  private List<String> codes() {
    return findings(homelab).stream()
        .map(finding -> finding.code() + " " + finding.path())
        .toList();
  }

  private static List<Finding> findings(ExampleHomelab homelab) {
    var failure =
        catchThrowableOfType(SynthesisException.class, () -> Synthesizer.synthesize(homelab));
    assertThat(failure).as("what is wrong with the homelab").isNotNull();
    return failure.findings();
  }

  private static int lineBelow() {
    return StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber())
        + 1;
  }
}

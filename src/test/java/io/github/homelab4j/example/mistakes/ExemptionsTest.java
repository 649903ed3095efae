package io.github.homelab4j.example.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.synth.Synthesizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an exemption leaves in the tree. */
class ExemptionsTest {
  private static final Pattern KEY =
      Pattern.compile(
          "(?m)^ *\"?((?:policy\\.homelab4j\\.io|ignore-check\\.kube-linter\\.io|polaris\\.fairwinds\\.com|kube-score)/[^\":]*)\"?:");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

  private static Map<String, String> house;
  private static Map<String, String> infra;

  @BeforeAll
  static void synthesize() {
    house = Synthesizer.synthesize(Workshop.sound()).files().get("house");
    infra = Synthesizer.synthesize(new InfraAppsHomelab()).files().get("infra");
  }

  @Test
  void an_exempted_workload_says_why_and_silences_other_tools() {
    assertThat(house.get("apps/machine/machine/app/daemonset-watcher.yaml"))
        .contains("    policy.homelab4j.io/exempt.sec-005: it reads the logs of its machine\n")
        .contains(
            "    ignore-check.kube-linter.io/sensitive-host-mounts: it reads the logs of its machine\n")
        .contains("    polaris.fairwinds.com/hostPathSet-exempt: \"true\"\n");
  }

  @Test
  void what_is_not_exempted_says_nothing() {
    assertThat(house.get("apps/works/works/app/deployment-press.yaml"))
        .doesNotContain("exempt")
        .doesNotContain("ignore");
  }

  @Test
  void a_release_says_why_but_nothing_to_tools_that_do_not_read_it() {
    assertThat(infra.get("apps/spegel/spegel/app/helmrelease.yaml"))
        .contains("    policy.homelab4j.io/exempt.sec-005: ")
        .doesNotContain("kube-linter")
        .doesNotContain("polaris");
  }

  @Test
  void the_page_names_the_line_of_the_stack_or_the_construct() {
    assertThat(house.get("EXEMPTIONS.md"))
        .containsPattern(
            "\\| machine \\| DaemonSet machine/watcher \\| SEC-005: pods do not mount folders of their machine \\| it reads the logs of its machine \\| Workshop\\.java:\\d+");
    assertThat(infra.get("EXEMPTIONS.md"))
        .contains("| spegel | HelmRelease spegel/spegel | SEC-005: ")
        .contains("| the construct |");
  }

  @Test
  void a_binding_of_a_tenant_says_that_it_ends_at_the_namespace() {
    var apps = Synthesizer.synthesize(new InfraAppsHomelab()).files().get("apps");
    assertThat(apps.get("apps/kafka/rolebinding-flux-reconciler.yaml"))
        .contains("ignore-check.kube-linter.io/cluster-admin-role-binding: as a RoleBinding it");
    assertThat(apps.get("EXEMPTIONS.md"))
        .contains("| tenant kafka | RoleBinding kafka/flux-reconciler | RBAC-003: ");
  }

  @Test
  void keys_of_annotations_are_legal() {
    var keys =
        infra.values().stream()
            .flatMap(file -> KEY.matcher(file).results())
            .map(result -> result.group(1))
            .distinct()
            .toList();
    assertThat(keys)
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.substring(key.indexOf('/') + 1)).matches(NAME));
  }
}

package io.github.homelab4j.check.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.core.PodSecurity;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of the Pod Security Standards, by version of Kubernetes. */
class PodStandardTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String CONFINED =
      """
      securityContext:
        runAsNonRoot: true
        seccompProfile: {type: RuntimeDefault}
      containers:
        - name: one
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: {drop: [ALL]}
      """;

  @Test
  void a_confined_pod_keeps_the_restricted_level() throws Exception {
    assertThat(broken(CONFINED, PodSecurity.RESTRICTED, 35)).isEmpty();
  }

  @Test
  void a_plain_pod_keeps_the_baseline_level() throws Exception {
    assertThat(broken("containers: [{name: one}]", PodSecurity.BASELINE, 35)).isEmpty();
  }

  @Test
  void a_plain_pod_breaks_the_restricted_level() throws Exception {
    assertThat(broken("containers: [{name: one}]", PodSecurity.RESTRICTED, 35))
        .containsExactly(
            "allowPrivilegeEscalation",
            "capabilities_restricted",
            "runAsNonRoot",
            "seccompProfile_restricted");
  }

  @Test
  void the_privileged_level_asks_for_nothing() throws Exception {
    assertThat(broken("hostNetwork: true", PodSecurity.PRIVILEGED, 35)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hostNetwork: true | hostNamespaces",
        "hostPID: true | hostNamespaces",
        "hostIPC: true | hostNamespaces",
        "volumes: [{name: a, hostPath: {path: /}}] | hostPathVolumes",
        "containers: [{name: a, securityContext: {privileged: true}}] | privileged",
        "containers: [{name: a, ports: [{hostPort: 80}]}] | hostPorts",
        "containers: [{name: a, securityContext: {capabilities: {add: [NET_RAW]}}}] | capabilities_baseline",
        "securityContext: {appArmorProfile: {type: Unconfined}}\\ncontainers: [{name: a}] | appArmorProfile",
        "securityContext: {seLinuxOptions: {user: root}}\\ncontainers: [{name: a}] | seLinuxOptions",
        "securityContext: {seccompProfile: {type: Unconfined}}\\ncontainers: [{name: a}] | seccompProfile_baseline",
        "containers: [{name: a, securityContext: {procMount: Unmasked}}] | procMount",
        "securityContext: {sysctls: [{name: net.ipv4.ip_forward}]} | sysctls",
        "securityContext: {windowsOptions: {hostProcess: true}}\\ncontainers: [{name: a}] | windowsHostProcess",
        "initContainers: [{name: a, livenessProbe: {tcpSocket: {host: localhost}}}] | hostProbesAndHostLifecycle",
        "containers: [{name: a, lifecycle: {preStop: {httpGet: {host: localhost}}}}] | hostProbesAndHostLifecycle"
      })
  void what_the_baseline_level_forbids(String pod, String check) throws Exception {
    assertThat(broken(pod.replace("\\n", "\n"), PodSecurity.BASELINE, 35)).containsExactly(check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | allowPrivilegeEscalation",
        "runAsNonRoot: true | runAsNonRoot: false | runAsNonRoot",
        "runAsNonRoot: true | {runAsNonRoot: true, runAsUser: 0} | runAsUser",
        "drop: [ALL] | drop: [KILL] | capabilities_restricted",
        "drop: [ALL] | drop: [ALL], add: [CHOWN] | capabilities_restricted"
      })
  void what_the_restricted_level_forbids_besides(String what, String other, String check)
      throws Exception {
    var pod =
        CONFINED.replace(
            what,
            other.replace("{runAsNonRoot: true, ", "runAsNonRoot: true\n  ").replace("0}", "0"));
    assertThat(broken(pod, PodSecurity.RESTRICTED, 35)).containsExactly(check);
    assertThat(broken(pod, PodSecurity.BASELINE, 35)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "net.ipv4.tcp_syncookies, 25",
    "net.ipv4.ip_local_reserved_ports, 27",
    "net.ipv4.tcp_keepalive_time, 29",
    "net.ipv4.tcp_rmem, 32",
    "net.ipv4.tcp_notsent_lowat, 37"
  })
  void a_kernel_parameter_is_safe_from_a_version_on(String name, int since) throws Exception {
    var pod = "securityContext: {sysctls: [{name: %s}]}".formatted(name);
    assertThat(broken(pod, PodSecurity.BASELINE, since)).isEmpty();
    if (since > 25) {
      assertThat(broken(pod, PodSecurity.BASELINE, since - 1)).containsExactly("sysctls");
    }
  }

  @Test
  void hosts_of_probes_are_looked_at_from_1_34_on() throws Exception {
    var pod = "containers: [{name: a, livenessProbe: {httpGet: {host: localhost}}}]";
    assertThat(broken(pod, PodSecurity.BASELINE, 33)).isEmpty();
    assertThat(broken(pod, PodSecurity.BASELINE, 34)).containsExactly("hostProbesAndHostLifecycle");
  }

  @Test
  void users_of_its_own_make_root_harmless_from_1_35_on() throws Exception {
    var pod = "hostUsers: false\n" + CONFINED.replace("runAsNonRoot: true", "runAsUser: 0");
    assertThat(broken(pod, PodSecurity.RESTRICTED, 35)).isEmpty();
    assertThat(broken(pod, PodSecurity.RESTRICTED, 34))
        .containsExactly("runAsNonRoot", "runAsUser");
  }

  @Test
  void users_of_its_own_may_see_proc_at_the_baseline_level_from_1_35_on() throws Exception {
    var pod = "hostUsers: false\ncontainers: [{name: a, securityContext: {procMount: Unmasked}}]";
    assertThat(broken(pod, PodSecurity.BASELINE, 35)).isEmpty();
    assertThat(broken(pod, PodSecurity.BASELINE, 34)).containsExactly("procMount");
    assertThat(broken(pod, PodSecurity.RESTRICTED, 35)).contains("procMount_restricted");
  }

  @Test
  void a_type_of_selinux_is_known_from_1_31_on() throws Exception {
    var pod =
        "containers: [{name: a, securityContext: {seLinuxOptions: {type: container_engine_t}}}]";
    assertThat(broken(pod, PodSecurity.BASELINE, 31)).isEmpty();
    assertThat(broken(pod, PodSecurity.BASELINE, 30)).containsExactly("seLinuxOptions");
  }

  @Test
  void a_volume_that_only_has_a_name_is_an_empty_dir() throws Exception {
    assertThat(broken(CONFINED + "volumes: [{name: a}]", PodSecurity.RESTRICTED, 35)).isEmpty();
    assertThat(broken(CONFINED + "volumes: [{name: a, nfs: {}}]", PodSecurity.RESTRICTED, 35))
        .containsExactly("restrictedVolumes");
  }

  @Test
  void what_a_chart_may_set_is_not_judged() throws Exception {
    var pod = Pod.of(workload("containers: [{name: one}]", false), 35);
    assertThat(broken(pod, PodSecurity.RESTRICTED)).isEmpty();
  }

  private static List<String> broken(String pod, PodSecurity level, int minor) throws Exception {
    return broken(Pod.of(workload(pod, true), minor), level);
  }

  private static List<String> broken(Pod pod, PodSecurity level) {
    var broken = new TreeSet<String>();
    PodStandard.ALL.stream()
        .filter(standard -> standard.isOf(level))
        .forEach(
            standard ->
                standard
                    .test()
                    .judge(
                        pod,
                        (who, outcome) -> {
                          if (!outcome.holds()) {
                            broken.add(standard.name());
                          }
                        }));
    return List.copyOf(broken);
  }

  private static Workload workload(String pod, boolean known) throws Exception {
    JsonNode tree = YAML.readTree(pod);
    return new Workload(
        null,
        Workload.Source.EMITTED,
        "Deployment",
        "one",
        "apps",
        OptionalInt.empty(),
        Map.of(),
        tree,
        field -> known);
  }
}

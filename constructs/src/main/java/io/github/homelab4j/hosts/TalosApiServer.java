package io.github.homelab4j.hosts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.plan.Ip;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Kubernetes API of a control-plane machine.
 *
 * @see <a href="https://docs.siderolabs.com/kubernetes-guides/security/pod-security">Pod Security
 *     on Talos</a>
 */
record TalosApiServer(String image, List<Ip> certSANs, List<Plugin> admissionControl) {
  private static final String POD_SECURITY = "PodSecurity";
  // Talos' own pods of the control plane run there, and the network before anything has labels.
  private static final String KUBE_SYSTEM = "kube-system";

  // Lists of a patch are added to those that are there: the plugin is taken away and put again.
  static TalosApiServer of(TalosMachinesProps props) {
    return new TalosApiServer(
        "registry.k8s.io/kube-apiserver:v" + TalosCluster.kubernetes(props),
        TalosCluster.apiAddresses(props),
        List.of(
            new Plugin(POD_SECURITY, Optional.of("delete"), Optional.empty()),
            new Plugin(POD_SECURITY, Optional.empty(), Optional.of(PodSecurity.of(props)))));
  }

  record Plugin(
      String name,
      @JsonProperty("$patch") Optional<String> patch,
      Optional<PodSecurity> configuration) {}

  record PodSecurity(String apiVersion, String kind, Defaults defaults, Exemptions exemptions) {
    static PodSecurity of(TalosMachinesProps props) {
      var version = "v1." + props.plan().kubernetesVersion().minor();
      return new PodSecurity(
          "pod-security.admission.config.k8s.io/v1",
          "PodSecurityConfiguration",
          new Defaults("baseline", version, "restricted", version, "restricted", version),
          new Exemptions(
              Stream.concat(Stream.of(KUBE_SYSTEM), props.talos().privilegedNamespaces().stream())
                  .distinct()
                  .toList()));
    }
  }

  /** What namespaces without a label get. */
  record Defaults(
      String enforce,
      @JsonProperty("enforce-version") String enforceVersion,
      String audit,
      @JsonProperty("audit-version") String auditVersion,
      String warn,
      @JsonProperty("warn-version") String warnVersion) {}

  record Exemptions(List<String> namespaces) {}
}

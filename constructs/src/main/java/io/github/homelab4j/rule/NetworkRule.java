package io.github.homelab4j.rule;

import static io.github.homelab4j.rule.ToolCheck.kubeLinter;
import static io.github.homelab4j.rule.ToolCheck.kubeScore;
import static io.github.homelab4j.rule.ToolCheck.polaris;

/**
 * Rules of what is reached from where. That policies (NET-002), Services (NET-003) and monitors
 * (NET-009) select something is {@link ReferenceRule#SELECTS_NOTHING}; that routes lead to a
 * Service and its port (NET-004) is {@link ReferenceRule#REF_UNKNOWN} and {@link
 * ReferenceRule#REF_PORT_UNKNOWN}.
 */
public enum NetworkRule implements Rule {
  /**
   * A network policy says who may talk to a pod. Not judged in namespaces that Kubernetes and Flux
   * bring, as kube-system with what everything needs.
   */
  NET_001(
      About.warning("a network policy says who may talk to a pod")
          .because("an intruder in any pod of the cluster reaches it")
          .fix("add NetworkPolicies for the namespace")
          .source("https://kubernetes.io/docs/concepts/services-networking/network-policies/")
          .tools(
              kubeLinter("non-isolated-pod"),
              kubeScore("pod-networkpolicy"),
              polaris("missingNetworkPolicy"))),
  /** Services are reached by the addresses of the plan. */
  NET_005(
      About.error(
              "no Service has a port on the machines or an external address, and load balancers take an address of the plan")
          .because("it is reachable where nobody looks for it")
          .fix("reserve an address in the plan, or put an HTTPRoute before it")
          .source(
              "https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types")
          .tools(kubeLinter("exposed-services"), kubeScore("service-type"))),
  /** A host and path leads to one place. */
  NET_006(
      About.error("a host and path leads to one place")
          .because("which of the two answers is up to the age of the objects")
          .fix("change one of the two")
          .source("https://gateway-api.sigs.k8s.io/api-types/httproute/#conflicts")),
  /** Routes have a host of the homelab and TLS. What only redirects to HTTPS needs neither. */
  NET_007(
      About.error("routes have a host under a domain of the homelab, without *, and TLS")
          .because(
              "anything that is asked for at that address is answered, or can be read on its way")
          .fix("name the host, and attach to an HTTPS listener")
          .source("https://gateway-api.sigs.k8s.io/guides/tls/")
          .tools(polaris("tlsSettingsMissing"))),
  /** Nothing relies on ingress-nginx. */
  NET_008(
      About.error("nothing relies on ingress-nginx")
          .because(
              "it gets no more security updates since March 2026, and its snippets run as the controller")
          .fix("take a Gateway and HTTPRoutes")
          .source("https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/")),
  /** SSH is not exposed. */
  NET_010(
      About.warning("no Service or container has port 22")
          .because("it is the first port that is tried")
          .fix("take another port, or leave SSH out")
          .source("https://attack.mitre.org/techniques/T1021/004/")
          .tools(kubeLinter("ssh-port")));

  private final About about;

  NetworkRule(About about) {
    this.about = about;
  }

  @Override
  public String code() {
    return name().replace('_', '-');
  }

  @Override
  public About about() {
    return about;
  }
}

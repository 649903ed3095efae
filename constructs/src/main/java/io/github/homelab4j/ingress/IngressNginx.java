package io.github.homelab4j.ingress;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.rule.PodRule;
import java.util.List;
import software.constructs.Construct;

/**
 * ingress-nginx: the way into a cluster by HTTPS for Ingresses, at one address. Plain HTTP is
 * redirected. Upstream maintains it no longer; {@link Gateway} is what comes after it, behind the
 * same {@link io.github.homelab4j.core.EntryRef}. Whoever composes it says why, {@code
 * nginx.exempt(NetworkRule.NET_008, "…")}.
 *
 * <p>Provides {@link #entry}. Needs cert-manager, which signs the certificate of the webhook that
 * refuses Ingresses NGINX could not load, and what gives the Service its address. It sees the
 * address of a node in place of the client's: with addresses that are announced by ARP, the node
 * that answers need not be one that runs it.
 */
@ComponentInfo(
    name = "ingress-nginx",
    domain = Domain.INGRESS,
    upstream = "https://kubernetes.github.io/ingress-nginx/",
    namespace = "ingress-nginx",
    uses = {"cert-manager.io", "monitoring.coreos.com"})
public final class IngressNginx extends HelmComponent {
  private static final String RETIREMENT =
      "https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/";

  private final IngressNginxProps props;

  /** Stores its settings. */
  public IngressNginx(Construct scope, String id, IngressNginxProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * Where Ingresses are entered.
   *
   * @param issuer who signs the certificate of each
   */
  public IngressRef entry(IssuerRef issuer) {
    return new IngressRef(
        props.ingressClass(), issuer, props.address().address(), Provider.of(this));
  }

  @Override
  public List<ChartFact> facts() {
    return IngressNginxFacts.of(this, props);
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(IngressNginxWorkloads.of(this, props));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "The Kubernetes project announced on 2025-11-11 that ingress-nginx is retired: since March 2026 it gets no releases and no fixes, of security holes neither (%s)."
                .formatted(RETIREMENT)
            + " The construct Gateway, with Cilium's gateway class, takes its place: components take its listener where they took this entry.",
        "Whoever may create an Ingress decides what this controller serves, and it reads all Secrets of the cluster: upstream advises against it where several parties share a cluster.");
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(PodRule.SEC_022, "it writes the configuration of NGINX and its certificates"));
  }

  @Override
  protected IngressNginxValues values() {
    return IngressNginxValues.of(id(), props);
  }
}

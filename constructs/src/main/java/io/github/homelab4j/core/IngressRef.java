package io.github.homelab4j.core;

import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import java.util.List;

/**
 * An Ingress controller, and the issuer that signs the certificate of each Ingress.
 *
 * @param ingressClass name of its IngressClass
 * @param issuer who signs; cert-manager makes a certificate for each Ingress
 * @param address where it is reached
 * @param provider who runs the controller
 */
public record IngressRef(String ingressClass, IssuerRef issuer, Ip address, Provider provider)
    implements EntryRef {
  /** Each Ingress brings a certificate of its own, so it serves every name. */
  @Override
  public boolean serves(Hostname hostname) {
    return true;
  }

  @Override
  public String without() {
    return "it is not reached from outside";
  }

  @Override
  public String describe() {
    return "ingress class " + ingressClass;
  }

  @Override
  public List<Ref> parts() {
    return List.of(issuer);
  }
}

package io.github.homelab4j.check;

import io.github.homelab4j.graph.Emitted;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What cert-manager makes of an Ingress with one of its annotations: a certificate for each Secret
 * that the Ingress names.
 *
 * @see <a href="https://cert-manager.io/docs/usage/ingress/">Annotated Ingress resources</a>
 */
public final class IngressShim {
  /** Names a ClusterIssuer. */
  public static final String CLUSTER_ISSUER = "cert-manager.io/cluster-issuer";

  /** Names an Issuer of the Ingress' namespace. */
  public static final String ISSUER = "cert-manager.io/issuer";

  private static final String DEFAULT_ISSUER = "kubernetes.io/tls-acme";

  private IngressShim() {}

  /** The value of one of its annotations, or empty. */
  public static String annotation(Emitted ingress, String name) {
    return ingress.at("/metadata/annotations").path(name).asText("");
  }

  /** Names of the Secrets with certificates that an Ingress serves, in order; some are empty. */
  public static List<String> secrets(Emitted ingress) {
    return StreamSupport.stream(ingress.at("/spec/tls").spliterator(), false)
        .map(tls -> tls.path("secretName").asText(""))
        .toList();
  }

  /** Whether it makes them. */
  static boolean makesSecrets(Emitted ingress) {
    return !annotation(ingress, CLUSTER_ISSUER).isEmpty()
        || !annotation(ingress, ISSUER).isEmpty()
        || annotation(ingress, DEFAULT_ISSUER).equals("true");
  }
}

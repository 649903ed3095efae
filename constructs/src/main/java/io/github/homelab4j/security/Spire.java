package io.github.homelab4j.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import software.constructs.Construct;

/**
 * SPIRE: gives every workload an identity of its own (SPIFFE), as a certificate that its agent on
 * each node hands out through a CSI volume.
 *
 * <p>One server, whose state is a file on a volume. Agents look at the processes of their node, so
 * the namespace is privileged.
 */
@ComponentInfo(
    name = "spire",
    domain = Domain.SECURITY,
    upstream = "https://spiffe.io/docs/latest/spire-about/",
    namespace = "spire-system",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "spire.spiffe.io",
    timeout = "10m")
public final class Spire extends HelmComponent {
  private static final Compute SERVER =
      Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.mi(512));
  private static final Compute SMALL =
      Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(256));

  private final SpireProps props;

  /** Stores its settings. */
  public Spire(Construct scope, String id, SpireProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartWorkload> workloads() {
    return SpireWorkloads.of(releaseName(), targetNamespace(), props);
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return SpireExemptions.ALL;
  }

  @Override
  protected Values values() {
    var spire =
        new GlobalSpire(
            props.clusterName(),
            props.trustDomain(),
            new Hostname("oidc-discovery").in(props.trustDomain()).https(),
            new CaSubject(props.country(), props.organization(), props.trustDomain().name()),
            new Persistence(props.storage()),
            // Its own namespaces would be made by the chart, which then could not be told apart
            // from ours.
            new Recommendations(true, false));
    return new Values(
        new Global(spire),
        Enabled.when(props.oidcDiscovery()),
        new Server(SERVER, new Sized(SMALL)),
        new Sized(SMALL),
        new Sized(SMALL));
  }

  record Values(
      Global global,
      @JsonProperty("spiffe-oidc-discovery-provider") Enabled oidcDiscovery,
      @JsonProperty("spire-server") Server server,
      @JsonProperty("spire-agent") Sized agent,
      @JsonProperty("spiffe-csi-driver") Sized driver) {}

  record Server(Compute resources, Sized controllerManager) {}

  record Sized(Compute resources) {}

  record Global(GlobalSpire spire) {}

  record GlobalSpire(
      String clusterName,
      Hostname trustDomain,
      String jwtIssuer,
      CaSubject caSubject,
      Persistence persistence,
      Recommendations recommendations) {}

  record CaSubject(String country, String organization, String commonName) {}

  record Persistence(StorageClassRef storageClass) {}

  record Recommendations(boolean enabled, boolean namespaceLayout) {}
}

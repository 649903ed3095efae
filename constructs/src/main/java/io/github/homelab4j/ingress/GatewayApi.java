package io.github.homelab4j.ingress;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.crd.flux.FluxKustomization;
import java.util.List;
import software.constructs.Construct;

/**
 * The definitions of Gateway API, which routes and Gateways are made of. They come from upstream,
 * once for all implementations in a cluster.
 *
 * <p>What implements them comes after it: Cilium looks for them when it starts.
 */
@ComponentInfo(
    name = "gateway-api",
    domain = Domain.INGRESS,
    upstream = "https://gateway-api.sigs.k8s.io/",
    namespace = "kube-system",
    installs = "gateway.networking.k8s.io")
public final class GatewayApi extends UpstreamManifests {
  private final GatewayApiProps props;

  /** Stores its settings. */
  public GatewayApi(Construct scope, String id, GatewayApiProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  protected String manifests() {
    return props.experimental() ? "config/crd/experimental" : "config/crd/standard";
  }

  @Override
  protected List<FluxKustomization.Patch> patches() {
    return List.of(FluxKustomization.Patch.KEEP_DEFINITIONS);
  }
}

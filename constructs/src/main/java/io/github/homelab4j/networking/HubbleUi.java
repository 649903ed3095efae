package io.github.homelab4j.networking;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Routes;
import java.util.List;
import software.constructs.Construct;

/**
 * The way to Hubble's web interface. It is a component of its own because the Gateway needs Cilium
 * first. Hubble knows no logins: whoever reaches the Gateway sees the flows.
 */
@ComponentInfo(
    name = "hubble-ui",
    domain = Domain.NETWORKING,
    upstream = "https://docs.cilium.io/en/stable/observability/hubble/hubble-ui/",
    namespace = Cilium.NAMESPACE)
public final class HubbleUi extends Component {
  private final HubbleUiProps props;

  /** Stores its settings. */
  public HubbleUi(Construct scope, String id, HubbleUiProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Whoever reaches %s sees who talks to whom: the page asks for no login."
            .formatted(props.hostname()));
  }

  @Override
  protected void define(Resources out) {
    out.add(Routes.http(id(), props.ui().namespace(), props.hostname(), props.entry(), props.ui()));
  }
}

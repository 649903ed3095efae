package io.github.homelab4j.ingress;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Meta;
import software.constructs.Construct;

/**
 * The way into a cluster by HTTPS: one address, one certificate, routes from all namespaces. Plain
 * HTTP is redirected.
 *
 * <p>Provides {@link #listener()}. The Gateway is named after the component.
 */
@ComponentInfo(
    name = "gateway",
    domain = Domain.INGRESS,
    upstream = "https://gateway-api.sigs.k8s.io/api-types/gateway/",
    namespace = Gateway.NAMESPACE)
public final class Gateway extends Component {
  static final String NAMESPACE = "gateway";

  private static final String HTTP = "http";
  private static final String HTTPS = "https";

  private final GatewayProps props;

  /** Stores its settings. */
  public Gateway(Construct scope, String id, GatewayProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The listener that routes attach to. */
  public ListenerRef listener() {
    var address = props.address().address();
    return new ListenerRef(
        id(), targetNamespace(), HTTPS, props.hostname(), address, Provider.of(this));
  }

  @Override
  protected void define(Resources out) {
    out.add(
        gateway(),
        HttpsRedirect.of(id() + "-redirect", targetNamespace(), props.hostname(), id(), HTTP));
  }

  private HasMetadata gateway() {
    return new GatewayBuilder()
        .withMetadata(Meta.of(id(), targetNamespace()))
        .withNewSpec()
        .withGatewayClassName(props.gatewayClass().name())
        .addNewAddress("IPAddress", props.address().address().text())
        .withListeners(
            Listeners.http(HTTP, props.hostname()),
            Listeners.https(HTTPS, props.hostname(), props.certificate()))
        .endSpec()
        .build();
  }
}

package io.github.homelab4j.ingress;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
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
  private static final int MOVED_PERMANENTLY = 301;

  private final GatewayProps props;

  /** Stores its settings. */
  public Gateway(Construct scope, String id, GatewayProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The listener that routes attach to. */
  public ListenerRef listener() {
    return new ListenerRef(
        id(),
        targetNamespace(),
        HTTPS,
        props.hostname(),
        props.address().address(),
        Provider.of(this));
  }

  @Override
  protected void define(Resources out) {
    out.add(gateway(), redirect());
  }

  // Only the redirect may attach to plain HTTP: a route of an application there would answer
  // without encryption.
  private io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway gateway() {
    return new GatewayBuilder()
        .withMetadata(Meta.of(id(), targetNamespace()))
        .withNewSpec()
        .withGatewayClassName(props.gatewayClass().name())
        .addNewAddress("IPAddress", props.address().address().text())
        .addNewListener()
        .withName(HTTP)
        .withProtocol("HTTP")
        .withPort(80)
        .withHostname(props.hostname().name())
        .withNewAllowedRoutes()
        .withNewNamespaces()
        .withFrom("Same")
        .endNamespaces()
        .endAllowedRoutes()
        .endListener()
        .addNewListener()
        .withName(HTTPS)
        .withProtocol("HTTPS")
        .withPort(443)
        .withHostname(props.hostname().name())
        .withNewTls()
        .withMode("Terminate")
        .addNewCertificateRef()
        .withName(props.certificate().secret().name())
        .endCertificateRef()
        .endTls()
        .withNewAllowedRoutes()
        .withNewNamespaces()
        .withFrom("All")
        .endNamespaces()
        .endAllowedRoutes()
        .endListener()
        .endSpec()
        .build();
  }

  private HTTPRoute redirect() {
    return new HTTPRouteBuilder()
        .withMetadata(Meta.of(id() + "-redirect", targetNamespace()))
        .withNewSpec()
        .addNewParentRef()
        .withName(id())
        .withNamespace(targetNamespace())
        .withSectionName(HTTP)
        .endParentRef()
        .withHostnames(props.hostname().name())
        .addNewRule()
        .addNewFilter()
        .withType("RequestRedirect")
        .withNewRequestRedirect()
        .withScheme(HTTPS)
        .withStatusCode(MOVED_PERMANENTLY)
        .endRequestRedirect()
        .endFilter()
        .endRule()
        .endSpec()
        .build();
  }
}

package io.github.homelab4j.ingress;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.rule.ObjectRule;
import java.util.List;
import software.constructs.Construct;

/**
 * The way to a web interface of a component that comes before what leads there: the network before
 * its Gateway, storage before the certificates.
 */
@ComponentInfo(
    name = "web-ui",
    domain = Domain.INGRESS,
    upstream = "https://gateway-api.sigs.k8s.io/api-types/httproute/",
    namespace = "default")
public final class WebUi extends Component {
  private static final String SYSTEM = "kube-system";

  private final WebUiProps props;

  /** Stores its settings. */
  public WebUi(Construct scope, String id, WebUiProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<String> notes() {
    return props
        .withoutLogin()
        .map(
            what ->
                "Whoever reaches %s %s: the page asks for no login."
                    .formatted(props.hostname(), what))
        .stream()
        .toList();
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return targetNamespace().equals(SYSTEM)
        ? List.of(
            Exemption.of(ObjectRule.NAMESPACE_SYSTEM, "a route stands where its Service does"))
        : List.of();
  }

  @Override
  protected void define(Resources out) {
    var name = props.name().orElse(id());
    out.add(Routes.http(name, targetNamespace(), props.hostname(), props.entry(), props.ui()));
  }
}

package io.github.homelab4j.example.mistakes;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.constructs.Construct;

/** Installs a group, emits custom resources of it, and says what makes it ready. */
@ComponentInfo(
    name = "operated",
    domain = Domain.APPS,
    upstream = "https://example.org",
    namespace = "operated",
    installs = "widgets.example.net")
final class Operated extends Component {
  private final int widgets;
  private final List<HealthCheck> checks;

  Operated(Construct scope, String id, int widgets, HealthCheck... checks) {
    super(scope, id, new Nothing(Optional.empty()));
    this.widgets = widgets;
    this.checks = List.of(checks);
  }

  @Override
  public List<HealthCheck> healthChecks() {
    return checks;
  }

  @Override
  public Set<String> installs() {
    return widgets == 0 ? Set.of() : super.installs();
  }

  @Override
  protected void define(Resources out) {
    if (widgets < 0) {
      throw new InvalidPropsException("widgets is %s: make at least none".formatted(widgets));
    }
    out.add(new ConfigMapBuilder().withMetadata(Meta.of(id(), targetNamespace())).build());
    for (int i = 0; i < widgets; i++) {
      var widget = new GenericKubernetesResource();
      widget.setApiVersion("widgets.example.net/v1");
      widget.setKind("Widget");
      widget.setMetadata(Meta.of("widget-" + i, targetNamespace()));
      out.add(widget);
    }
  }

  record Nothing(Optional<NamespaceRef> namespace) implements ComponentProps {}
}

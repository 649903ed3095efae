package io.github.homelab4j.example;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Installs the group {@code example.org}, and makes widgets of its own; provides a Service and a
 * storage class.
 */
@ComponentInfo(
    name = "operator",
    domain = Domain.OBSERVABILITY,
    upstream = "https://example.org",
    namespace = "platform",
    installs = "example.org",
    podSecurity = PodSecurity.PRIVILEGED)
public final class Operator extends Component {
  private static final Map<String, String> SELECTOR = Map.of("app", "operator");

  private static final String SOURCE = "example/operator@v1.0.0:deploy/all.yaml";

  private final Settings settings;

  /** Stores its settings. */
  public Operator(Construct scope, String id, Settings settings) {
    super(scope, id, settings);
    this.settings = settings;
  }

  /** Where it listens. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, id(), 80, 8080, SELECTOR);
  }

  /** Where it keeps volumes. */
  public StorageClassRef storage() {
    return StorageClassRef.providedBy(this, id());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Deployment", id(), SOURCE).port("http", 8080).selects(SELECTOR),
        ChartFact.of("StorageClass", id(), "", SOURCE));
  }

  @Override
  protected void define(Resources out) {
    out.add(
        new ConfigMapBuilder()
            .withMetadata(Meta.of(id(), targetNamespace()))
            .addToData("on", "yes")
            .build());
    out.add(
        new ServiceBuilder()
            .withMetadata(Meta.annotated(id(), targetNamespace(), meshAnnotations(service())))
            .withNewSpec()
            .withSelector(SELECTOR)
            .addNewPort()
            .withPort(80)
            .withNewTargetPort(8080)
            .endPort()
            .endSpec()
            .build());
    for (int i = 0; i < settings.widgets(); i++) {
      out.add(new Widget(Meta.of("own-" + i, targetNamespace()), new Widget.Spec(i)));
    }
  }
}

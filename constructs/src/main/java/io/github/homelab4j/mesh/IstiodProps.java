package io.github.homelab4j.mesh;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Settings of {@link Istiod}. */
@Value.Immutable
public interface IstiodProps extends HelmProps, HasReplicas, HasMetrics {
  /** Istio's definitions: {@link IstioBase#definitions()}. */
  OperatorRef base();

  /**
   * The plugin that leads the traffic of pods through their proxies: {@link IstioCni#plugin()}.
   * Without it a container of each pod would do so itself, with rights that no namespace here
   * allows.
   */
  Optional<OperatorRef> cni();

  /** Namespaces whose pods get a proxy; none by default, in which case only gateways have one. */
  List<NamespaceRef> meshed();

  /**
   * What each copy asks for and may take. Upstream's 2Gi are for hundreds of Services; a homelab's
   * mesh fits into a tenth.
   */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(50), Quantity.mi(192), Quantity.mi(512));
  }

  /** What each proxy asks for and may take, in every pod of a meshed namespace. */
  @Value.Default
  default Compute proxyResources() {
    return Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(256));
  }

  /** There is a copy, and meshed namespaces are ones that can be. */
  @Value.Check
  default void check() {
    checkReplicas();
    meshed().stream()
        .filter(each -> Set.of("default", "flux-system", "kube-system").contains(each.name()))
        .findFirst()
        .ifPresent(
            each -> {
              Invalid.setting(
                  "%s shall be meshed, but is there before Flux, which does not label it: leave it out of meshed, or move what runs there"
                      .formatted(each.describe()));
            });
    if (!meshed().isEmpty() && cni().isEmpty()) {
      Invalid.setting(
          "%s shall be meshed without Istio's network plugin, so that each of its pods would change routes itself, which Pod Security refuses: give the plugin as cni"
              .formatted(meshed().get(0).describe()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IstiodProps}. */
  final class Builder extends ImmutableIstiodProps.Builder {}
}

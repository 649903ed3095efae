package io.github.homelab4j.gitops;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.crd.fluxoperator.FluxInstance;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.PodMonitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.constructs.Construct;

/**
 * Flux: the controllers that apply the cluster's Kustomizations and Helm releases, as the
 * FluxInstance of a {@link FluxOperator}.
 *
 * <p>It names no source: what is synchronized is the root that this library writes, which bootstrap
 * applies once. Its version is that of {@code flux} in {@code versions.yaml}, one that the
 * operator's own version knows.
 */
@ComponentInfo(
    name = "flux",
    domain = Domain.GITOPS,
    upstream = "https://fluxcd.io/flux/",
    namespace = "flux-system",
    foundation = Foundation.GITOPS)
public final class Flux extends Component {
  // The operator obeys an instance of this name only.
  private static final String INSTANCE = "flux";
  private static final String SOURCE =
      "controlplaneio-fluxcd/flux-operator@v0.58.1:config/data/flux/%s/%s.yaml";
  private static final Map<String, String> PODS = Map.of("app.kubernetes.io/part-of", "flux");
  private static final String METRICS = "http-prom";

  private final FluxProps props;

  /** Stores its settings. */
  public Flux(Construct scope, String id, FluxProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    var version = versions().manifests("flux").tag();
    return controllers().stream()
        .map(name -> creates("Deployment", name, SOURCE.formatted(version, name)))
        .map(fact -> fact.port(METRICS, 8080).selects(PODS).selects(Map.of("app", fact.name())))
        .toList();
  }

  @Override
  public List<ChartWorkload> workloads() {
    return FluxWorkloads.of(targetNamespace(), controllers(), props.size());
  }

  @Override
  protected void define(Resources out) {
    requireNamespaceOfOperator();
    var version = versions().manifests("flux").tag().replaceFirst("^v", "");
    var distribution = new FluxInstance.Distribution(version, "ghcr.io/fluxcd");
    var size = props.size().name().toLowerCase(Locale.ROOT);
    var settings =
        new FluxInstance.ClusterSettings(
            "kubernetes", size, "cluster.local", false, props.networkPolicy());
    out.add(
        new FluxInstance(
            Meta.of(INSTANCE, targetNamespace()),
            new FluxInstance.Spec(distribution, controllers(), settings)));
    if (props.metrics()) {
      out.add(PodMonitors.of(id(), targetNamespace(), PODS, METRICS));
    }
  }

  private void requireNamespaceOfOperator() {
    props
        .operator()
        .namespace()
        .filter(namespace -> !namespace.equals(targetNamespace()))
        .ifPresent(
            namespace -> {
              throw new InvalidPropsException(
                  "Flux runs in %s, but its operator in %s, where it looks for its instance: give both the same namespace"
                      .formatted(targetNamespace(), namespace));
            });
  }

  private List<String> controllers() {
    var controllers =
        new ArrayList<>(
            List.of(
                "source-controller",
                "kustomize-controller",
                "helm-controller",
                "notification-controller"));
    if (props.imageAutomation()) {
      controllers.addAll(List.of("image-reflector-controller", "image-automation-controller"));
    }
    return controllers;
  }
}

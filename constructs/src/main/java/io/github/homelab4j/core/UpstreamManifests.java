package io.github.homelab4j.core;

import io.github.homelab4j.crd.flux.FluxKustomization;
import io.github.homelab4j.crd.flux.GitRepository;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * A component that upstream ships as plain manifests in a Git repository: a GitRepository pinned to
 * a tag and reduced to the path, and a Kustomization on it.
 */
public abstract class UpstreamManifests extends Component {
  /** Stores what it is given. */
  protected UpstreamManifests(Construct scope, String id, ComponentProps props) {
    super(scope, id, props);
  }

  /** The folder in the repository that is applied, as {@code config/crd/standard}. */
  protected abstract String manifests();

  /** Strategic merge or JSON patches on what upstream ships; none by default. */
  protected List<FluxKustomization.Patch> patches() {
    return List.of();
  }

  /** The namespace that upstream's objects are put into; their own by default. */
  protected Optional<String> manifestsNamespace() {
    return Optional.empty();
  }

  /** What the component emits beside upstream's manifests; nothing by default. */
  @Override
  protected void define(Resources out) {}

  /** The folder in the repository, for what reads it before Flux does. */
  public final String folder() {
    return manifests();
  }

  /** The pin of the repository. */
  public final ManifestsPin source() {
    return versions().manifests(info().name());
  }

  @Override
  final void emit(Resources out) {
    var name = id() + "-manifests";
    out.add(GitRepository.pinned(Meta.of(id(), targetNamespace()), source(), manifests()));
    out.add(
        FluxKustomization.upstream(
            Meta.of(name, targetNamespace()),
            id(),
            manifests(),
            timeout(),
            manifestsNamespace(),
            patches()));
    define(out);
  }
}

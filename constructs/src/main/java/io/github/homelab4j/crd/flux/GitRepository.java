package io.github.homelab4j.crd.flux;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.ManifestsPin;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.plan.GitSource;
import java.time.Duration;
import java.util.Optional;

/**
 * A Git repository that Flux follows.
 *
 * @see <a href="https://fluxcd.io/flux/components/source/gitrepositories/">GitRepository</a>
 */
@Group("source.toolkit.fluxcd.io")
@Version("v1")
@Kind("GitRepository")
public final class GitRepository extends CustomResource<GitRepository.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public GitRepository(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * The homelab's own repository. Only {@code clusters/} is of use to Flux: a change of the Java
   * code alone makes no new artifact.
   */
  public static GitRepository root(ObjectMeta meta, GitSource git) {
    var ref = new Reference(Optional.of(git.branch()), Optional.empty());
    return new GitRepository(
        meta, new Spec(git.interval(), git.url(), ref, Optional.of("/*\n!/clusters/\n")));
  }

  /** Another project's repository at a tag, reduced to one folder. */
  public static GitRepository pinned(ObjectMeta meta, ManifestsPin pin, String folder) {
    var ref = new Reference(Optional.empty(), Optional.of(pin.tag()));
    return new GitRepository(
        meta,
        new Spec(
            Duration.ofHours(12), pin.url(), ref, Optional.of("/*\n!/%s/\n".formatted(folder))));
  }

  /** The repository, how often it is looked at, and what of it is left out. */
  public record Spec(Duration interval, String url, Reference ref, Optional<String> ignore) {}

  /** A branch or a tag. */
  public record Reference(Optional<String> branch, Optional<String> tag) {}
}

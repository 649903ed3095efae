package io.github.homelab4j.apps;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.rule.PodRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * GitLab: source control, merge requests, pipelines and a container registry.
 *
 * <p>Provides {@link #web} and {@link #registry}. Needs a database with the extensions {@code
 * pg_trgm}, {@code btree_gist} and {@code amcheck}, reached directly or through a pooler in session
 * mode; a cache; an object store with the buckets {@code <prefix>-artifacts}, {@code -lfs}, {@code
 * -uploads}, {@code -packages}, {@code -registry}, {@code -backups} and {@code -tmp}. The chart's
 * own copies of these are off.
 *
 * <p>What else GitLab keeps secret (tokens between its parts, SSH host keys, the registry's signing
 * key) a job of the chart makes once, where a Secret is missing, and leaves alone afterwards.
 */
@ComponentInfo(
    name = "gitlab",
    domain = Domain.APPS,
    upstream = "https://docs.gitlab.com/charts/",
    namespace = "gitlab",
    uses = {"gateway.networking.k8s.io", "monitoring.coreos.com"},
    timeout = "30m")
public final class GitLab extends HelmComponent {
  private final GitLabProps props;

  /** Stores its settings. */
  public GitLab(Construct scope, String id, GitLabProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * The web service behind its proxy: pages, API, Git over HTTP. Runners in this cluster reach it
   * without leaving it.
   */
  public ServiceRef web() {
    return service("webservice", id() + "-webservice-default", 8181, 8181);
  }

  /** The container registry. */
  public ServiceRef registry() {
    return service("registry", id() + "-registry", 5000, 5000);
  }

  /** Git over SSH; its pods listen on a port that needs no privilege. */
  public ServiceRef shell() {
    return service("gitlab-shell", id() + "-gitlab-shell", 22, 2222);
  }

  @Override
  public List<ChartFact> facts() {
    return GitLabFacts.of(id(), targetNamespace(), props);
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(GitLabNotes.recovery(id(), targetNamespace(), props));
  }

  @Override
  public List<String> notes() {
    return GitLabNotes.of(id(), targetNamespace(), props);
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_022,
            "its containers write their configuration from templates when they start"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return GitLabWorkloads.of(releaseName(), targetNamespace());
  }

  @Override
  protected GitLabValues values() {
    var secrets =
        new GitLabValues.Secrets(
            secret(props.initialRootPassword()),
            secret(props.database().username()),
            secret(props.database().password()),
            secret(props.cache().password()),
            secret(GitLabSecrets.objectStore(id(), props)),
            props.railsSecrets().map(rails -> secret(GitLabSecrets.rails(id(), rails))),
            props.login().map(login -> secret(GitLabSecrets.login(id(), login, props.hostname()))));
    return GitLabValues.of(id(), props, secrets);
  }

  private ServiceRef service(String app, String name, int port, int targetPort) {
    var pods = Map.of("app", app, "release", id());
    return ServiceRef.providedBy(this, name, port, targetPort, pods);
  }
}

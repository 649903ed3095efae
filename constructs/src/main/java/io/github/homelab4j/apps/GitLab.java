package io.github.homelab4j.apps;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.ServiceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
  private static final String SUBCHARTS = "gitlab-org/charts/gitlab@v9.10.0:charts/";
  private static final String WEBSERVICE = "gitlab/charts/webservice/templates/";

  private final GitLabProps props;
  private final ServiceRef web;
  private final ServiceRef registry;

  /** Stores its settings. */
  public GitLab(Construct scope, String id, GitLabProps props) {
    super(scope, id, props);
    this.props = props;
    this.web =
        ServiceRef.providedBy(
            this, id + "-webservice-default", 8181, Map.of("app", "webservice", "release", id));
    this.registry =
        ServiceRef.providedBy(
            this, id + "-registry", 5000, Map.of("app", "registry", "release", id));
  }

  /**
   * The web service behind its proxy: pages, API, Git over HTTP. Runners in this cluster reach it
   * without leaving it.
   */
  public ServiceRef web() {
    return web;
  }

  /** The container registry. */
  public ServiceRef registry() {
    return registry;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        fact(
            "Service",
            web.name(),
            "port 8181 http-workhorse; labels app=webservice, release",
            WEBSERVICE + "service.yaml"),
        fact(
            "Service",
            registry.name(),
            "port 5000 http-registry; labels app=registry, release",
            "registry/templates/service.yaml"),
        fact(
            "Service",
            id() + "-gitlab-shell",
            "port 22 ssh at " + props.sshAddress().address(),
            "gitlab/charts/gitlab-shell/templates/service.yaml"),
        fact(
            "HTTPRoute",
            id() + "-gitlab",
            props.hostname() + " to " + web.name(),
            WEBSERVICE + "httproute.yaml"),
        fact(
            "HTTPRoute",
            id() + "-registry",
            props.registryHostname() + " to " + registry.name(),
            "registry/templates/httproute.yaml"),
        fact("PodDisruptionBudget", web.name(), "maxUnavailable 1", WEBSERVICE + "pdb.yaml"));
  }

  @Override
  public List<String> notes() {
    var notes = new ArrayList<String>();
    if (props.storage().shared()) {
      notes.add(
          "GitLab advises against network file systems such as CephFS for repositories, and %s is one (https://docs.gitlab.com/administration/nfs/)."
                  .formatted(props.storage().name())
              + " A block class is the alternative; choose before the first install, because the volume does not move.");
    }
    notes.add(
        "Before the first start, make the buckets %s at %s."
            .formatted(String.join(", ", buckets()), props.objectStore().endpoint()));
    notes.add(
        "Encrypted columns of the database are readable with %s only."
            .formatted(
                props
                    .railsSecrets()
                    .map(given -> given.describe() + ", which must never change")
                    .orElse(
                        "Secret %s-rails-secret, which the chart makes: keep a copy of it outside the cluster"
                            .formatted(id()))));
    notes.add("The agent server (KAS) and Pages are off: each needs a host name of its own.");
    return notes;
  }

  @Override
  protected Object values() {
    var secrets =
        new GitLabValues.Secrets(
            secret(props.initialRootPassword()),
            secret(props.database().username()),
            secret(props.database().password()),
            secret(props.cache().password()),
            secret(GitLabSecrets.objectStore(id() + "-object-store", props)),
            props
                .railsSecrets()
                .map(rails -> secret(GitLabSecrets.rails(id() + "-rails-secrets", rails))),
            props
                .login()
                .map(
                    login ->
                        secret(GitLabSecrets.login(id() + "-login", login, props.hostname()))));
    return GitLabValues.of(id(), props, secrets);
  }

  private List<String> buckets() {
    return Stream.of("artifacts", "lfs", "uploads", "packages", "registry", "backups", "tmp")
        .map(kind -> props.bucketPrefix() + "-" + kind)
        .toList();
  }

  private ChartFact fact(String kind, String name, String detail, String file) {
    return new ChartFact(kind, name, targetNamespace(), detail, SUBCHARTS + file);
  }
}

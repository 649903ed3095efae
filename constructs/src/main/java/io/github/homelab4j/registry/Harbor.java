package io.github.homelab4j.registry;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.rule.PodRule;
import java.util.List;
import software.constructs.Construct;

/**
 * Harbor: a container registry with projects, quotas, replication and vulnerability scans.
 *
 * <p>Provides {@link #core}. Needs a database whose connection keeps its session (core migrates it
 * under an advisory lock), a cache and a volume.
 *
 * <p>Core, portal and job service run in several copies and keep logs of jobs in the database. The
 * registry's volume is mounted by one node at a time, so there is one copy, which stops before its
 * successor starts. The cache's password also stands in ConfigMaps of the chart, which knows no
 * other way.
 */
@ComponentInfo(
    name = "harbor",
    domain = Domain.REGISTRY,
    upstream = "https://goharbor.io/docs/",
    namespace = "harbor",
    uses = {"gateway.networking.k8s.io", "monitoring.coreos.com"},
    timeout = "15m")
public final class Harbor extends HelmComponent {
  private final HarborProps props;

  /** Stores its settings. */
  public Harbor(Construct scope, String id, HarborProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** API and registry protocol. */
  public ServiceRef core() {
    var pods = HarborFacts.pods(releaseName(), "core");
    return ServiceRef.providedBy(this, part("core"), 80, 8080, pods);
  }

  @Override
  public List<ChartFact> facts() {
    return HarborFacts.of(targetNamespace(), releaseName(), this::part, props);
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Images are on a volume that one node mounts, so the registry itself has one copy: while its pod moves, nothing is pushed or pulled.",
        "The %s needs the properties %s."
            .formatted(props.secrets().describe(), HarborSecrets.properties()),
        "Of these, secret-key, core-secret, jobservice-secret and registry-http-secret have 16 characters each and csrf-key 32; registry-htpasswd is what"
            + " `htpasswd -nbB harbor_registry_user <registry-password>` prints.",
        "Its last two come from: openssl req -x509 -newkey rsa:4096 -nodes -subj /CN=harbor-token -days 3650.");
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_022,
            "its containers write the certificates that they trust into their own file systems"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return HarborWorkloads.of(this, releaseName(), this::part, props);
  }

  @Override
  protected HarborValues values() {
    var database = props.database();
    var secrets =
        new HarborValues.Secrets(
            secret(HarborSecrets.own(id(), props.secrets())),
            secret(database.username()),
            secret(database.password()).secret(),
            secret(props.cache().password()),
            props.login().map(this::config));
    return HarborValues.of(props, secrets);
  }

  private SecretKeyRef config(OidcClientRef client) {
    var login = secret(HarborSecrets.login(id(), client, props.adminGroup()));
    return login.key(HarborSecrets.CONFIG);
  }

  // The chart puts its own name after a release's that does not contain it.
  private String part(String name) {
    return (id().contains("harbor") ? id() : id() + "-harbor") + "-" + name;
  }
}

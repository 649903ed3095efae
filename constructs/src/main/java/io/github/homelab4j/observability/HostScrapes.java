package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.ScrapeConfig;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.ScrapeConfigBuilder;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.kube.Meta;
import software.constructs.Construct;

/**
 * Metrics of machines outside Kubernetes, a ScrapeConfig each: the {@link Prometheus} of the
 * cluster reads them directly, and so does a {@link VmAgent}, whose operator knows the kind.
 *
 * <p>Samples carry the machine's name as {@code node} and the service's as {@code job}, so that
 * alerts and dashboards for nodes show these machines too. They are read over plain HTTP.
 */
@ComponentInfo(
    name = "host-scrapes",
    domain = Domain.OBSERVABILITY,
    upstream = "https://prometheus-operator.dev/docs/developer/scrapeconfig/",
    namespace = "monitoring")
public final class HostScrapes extends Component {
  private final HostScrapesProps props;

  /** Stores its settings. */
  public HostScrapes(Construct scope, String id, HostScrapesProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  protected void define(Resources out) {
    props.targets().forEach(target -> out.add(scrape(target)));
  }

  private ScrapeConfig scrape(HostTarget target) {
    var spec =
        new ScrapeConfigBuilder()
            .withMetadata(Meta.of(target.host() + "-" + target.job(), targetNamespace()))
            .withNewSpec()
            .withJobName(target.job())
            .withMetricsPath(target.path())
            .withScheme("HTTP")
            .addNewStaticConfig()
            .addToTargets(target.service().hostPort())
            .addToLabels("node", target.host())
            .endStaticConfig();
    target
        .token()
        .ifPresent(
            token ->
                spec.withNewAuthorization()
                    .withType("Bearer")
                    .withCredentials(key(token))
                    .endAuthorization());
    return spec.endSpec().build();
  }

  private SecretKeySelector key(SecretSource token) {
    var secret = secret(token);
    return new SecretKeySelector(secret.key(), secret.secret().name(), null);
  }
}

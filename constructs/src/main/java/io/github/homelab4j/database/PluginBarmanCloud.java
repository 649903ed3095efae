package io.github.homelab4j.database;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Barman Cloud plugin of CloudNativePG: base backups and the write-ahead log in an object store,
 * and recovery to any point in time.
 *
 * <p>Provides {@link #plugin()}, which a {@link PostgresArchive} takes. Operator and plugin speak
 * TLS with certificates of cert-manager, and the operator finds the plugin by a Service in its own
 * namespace, so both run there.
 */
@ComponentInfo(
    name = "plugin-barman-cloud",
    domain = Domain.DATABASE,
    upstream = "https://cloudnative-pg.io/plugin-barman-cloud/",
    namespace = "cnpg-system",
    installs = "barmancloud.cnpg.io",
    uses = "cert-manager.io")
public final class PluginBarmanCloud extends HelmComponent {
  /** The plugin's name in clusters and backups. */
  static final String NAME = "barman-cloud.cloudnative-pg.io";

  private static final String TEMPLATES =
      "cloudnative-pg/charts@plugin-barman-cloud-v0.7.0:charts/plugin-barman-cloud/templates/";
  private static final String CONTEXT =
      "{runAsUser: 10001, runAsGroup: 10001, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
          + " capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}";

  /** Stores its settings. */
  public PluginBarmanCloud(Construct scope, String id, PluginBarmanCloudProps props) {
    super(scope, id, props);
  }

  /** The operator of {@code barmancloud.cnpg.io}. */
  public OperatorRef plugin() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<ChartFact> facts() {
    var pods = AppLabels.of("plugin-barman-cloud", releaseName());
    return List.of(
        creates("Service", "barman-cloud", TEMPLATES + "service.yaml")
            .port("", 9090)
            .labelled(Map.of("cnpg.io/pluginName", NAME))
            .labelledAsPods(pods),
        creates("Secret", "barman-cloud-server-tls", TEMPLATES + "server-certificate.yaml")
            .keys("ca.crt", "tls.crt", "tls.key"),
        creates("Secret", "barman-cloud-client-tls", TEMPLATES + "client-certificate.yaml")
            .keys("ca.crt", "tls.crt", "tls.key"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", releaseName(), TEMPLATES + "deployment.yaml")
            .labelled(AppLabels.of("plugin-barman-cloud", releaseName()))
            .replicas("replicaCount", 1)
            .security("podSecurityContext", ChartContext.NOT_ROOT)
            .hostNetwork("hostNetwork", false)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("barman-cloud")
                    .resources("resources")
                    .security("containerSecurityContext", CONTEXT)
                    .port("null", 9090)
                    .alive()
                    .ready()));
  }

  @Override
  protected Values values() {
    // One copy: the chart replaces it by Recreate, because upstream cannot have two side by side.
    return new Values(1, Compute.of(Quantity.millis(50), Quantity.mi(64), Quantity.mi(256)));
  }

  record Values(int replicaCount, Compute resources) {}
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.rule.PodRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Grafana: dashboards over metrics, logs and traces.
 *
 * <p>Keeps its state in PostgreSQL, so that copies are alike and none needs a volume; or on a
 * volume, as one copy. People log in at the identity provider; the item {@link GrafanaProps#admin}
 * is for the day when that does not work. Alerting is off: {@link VmAlert} or {@link Prometheus}
 * evaluates the rules.
 *
 * <p>Dashboards are ConfigMaps with the label {@code grafana_dashboard: "1"}: its own, and those of
 * other components in {@link GrafanaProps#dashboardNamespaces}. It may read ConfigMaps of these
 * namespaces, and no Secret.
 */
@ComponentInfo(
    name = "grafana",
    domain = Domain.OBSERVABILITY,
    upstream = "https://grafana.com/docs/grafana/latest/",
    namespace = "observability",
    uses = "monitoring.coreos.com",
    timeout = "10m")
public final class Grafana extends HelmComponent {
  private static final String TEMPLATES =
      "grafana-community/helm-charts@3386a1156177c6bcd7fdb1ad4c6b1dda094296e0:charts/grafana/templates/";
  private static final int PORT = 80;
  private static final int POD_PORT = 3000;
  private static final String POD_CONTEXT =
      "{runAsNonRoot: true, runAsUser: 472, runAsGroup: 472, fsGroup: 472}";
  private static final String SIDECAR_CONTEXT =
      "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]},"
          + " seccompProfile: {type: RuntimeDefault}}";
  private static final String CONTEXT =
      "{allowPrivilegeEscalation: false, privileged: false, capabilities: {drop: [ALL]},"
          + " seccompProfile: {type: RuntimeDefault}}";

  private final GrafanaProps props;

  /** Stores its settings. */
  public Grafana(Construct scope, String id, GrafanaProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its user interface and API. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, id(), PORT, POD_PORT, pods());
  }

  @Override
  public List<ChartFact> facts() {
    var facts = new ArrayList<ChartFact>();
    facts.add(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("service", PORT, POD_PORT)
            .labelledAsPods(pods()));
    facts.add(
        creates("ServiceAccount", id(), TEMPLATES + "serviceaccount.yaml")
            .detail("who reads dashboards"));
    if (props.replicas() > 1) {
      facts.add(
          creates("PodDisruptionBudget", id(), TEMPLATES + "poddisruptionbudget.yaml")
              .maxUnavailable("1")
              .selects(pods()));
    }
    return facts;
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_022,
            "its chart gives neither it nor its sidecar a folder for temporary files"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "deployment.yaml")
            .labelled(pods())
            .replicas("replicas", 1)
            .security("securityContext", POD_CONTEXT)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .with(
                ChartContainer.of("grafana-sc-dashboard")
                    .resources("sidecar.resources")
                    .security("sidecar.securityContext", SIDECAR_CONTEXT),
                ChartContainer.of("grafana")
                    .resources("resources")
                    .security("containerSecurityContext", CONTEXT)
                    .port("grafana", POD_PORT)
                    .alive()
                    .ready()));
  }

  @Override
  protected boolean keepsData() {
    return props.storage().isPresent();
  }

  @Override
  protected GrafanaValues values() {
    return GrafanaValues.of(props, service(), searched(), this::secret);
  }

  @Override
  protected void define(Resources out) {
    out.add(Routes.http(id(), targetNamespace(), props.hostname(), props.entry(), service()));
    searched().forEach(namespace -> out.addAll(DashboardReader.in(namespace, this)));
    if (props.defaultDashboards()) {
      var source = GrafanaDatasource.uid(props.metricsSource());
      Dashboards.defaults()
          .forEach(
              each -> out.add(each.configMap(id() + "-" + each.uid(), targetNamespace(), source)));
    }
  }

  private Map<String, String> pods() {
    return AppLabels.of("grafana", releaseName());
  }

  private List<String> searched() {
    var others = props.dashboardNamespaces().stream().map(NamespaceRef::name).sorted();
    return Stream.concat(Stream.of(targetNamespace()), others).distinct().toList();
  }
}

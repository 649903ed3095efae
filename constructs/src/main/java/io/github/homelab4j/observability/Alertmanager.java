package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.AlertmanagerSpec;
import io.fabric8.openshift.api.model.monitoring.v1.AlertmanagerSpecBuilder;
import io.github.homelab4j.core.AlertsRef;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Durations;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Alertmanager: groups, silences and sends the alerts of a {@link Prometheus}.
 *
 * <p>Provides {@link #service()}, named as it is, and {@link #alerts()}. Without {@link
 * AlertmanagerProps#receivers} alerts can be seen and silenced, but <b>are sent to nobody</b>.
 *
 * <p>Receivers are an AlertmanagerConfig, which names keys of Secrets: what is secret is not in the
 * configuration that is written here. One of another namespace is told of alerts of that namespace
 * only. Needs the Prometheus operator.
 */
@ComponentInfo(
    name = "alertmanager",
    domain = Domain.OBSERVABILITY,
    upstream = "https://prometheus.io/docs/alerting/latest/alertmanager/",
    namespace = "monitoring",
    timeout = "10m")
public final class Alertmanager extends Component {
  private static final int PORT = 9093;
  private static final int MESH = 9094;
  private static final LabelSelector ALL = new LabelSelector();

  private final AlertmanagerProps props;

  /** Stores its settings. */
  public Alertmanager(Construct scope, String id, AlertmanagerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its API and user interface. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, id(), PORT, pods()).named(OperatedPods.PORT);
  }

  /** Where alerts are sent to, seen and silenced. */
  public AlertsRef alerts() {
    return new AlertsRef(service(), subpath());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates(
                "Service",
                "alertmanager-operated",
                OperatedPods.SOURCES + "alertmanager/statefulset.go")
            .port("web", PORT)
            .port("tcp-mesh", MESH)
            .port("udp-mesh", MESH)
            .selects(Map.of("app.kubernetes.io/name", "alertmanager"))
            .detail("headless, for all of the namespace"));
  }

  @Override
  public List<String> notes() {
    return props.published().map(at -> at.warning("Alertmanager")).stream().toList();
  }

  @Override
  protected void define(Resources out) {
    var meta = Meta.of(id(), targetNamespace());
    out.add(new io.github.homelab4j.crd.monitoring.Alertmanager(meta, spec()));
    if (!props.receivers().isEmpty()) {
      out.add(AlertReceivers.config(meta, props, this::secret));
    }
    // It asks the Kubernetes API nothing.
    out.add(
        new ServiceAccountBuilder()
            .withMetadata(meta)
            .withAutomountServiceAccountToken(false)
            .build());
    out.add(OperatedPods.service(this, PORT, pods()));
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
    props.published().ifPresent(at -> out.add(at.route(this, service())));
    if (props.metrics()) {
      out.add(OperatedPods.monitor(this, pods(), subpath()));
    }
  }

  private AlertmanagerSpec spec() {
    var image = versions().image("prometheus-alertmanager");
    var spec =
        new AlertmanagerSpecBuilder()
            .withImage(image.text())
            .withVersion(OperatedPods.version(image))
            .withReplicas(props.replicas())
            .withRetention(Durations.go(props.retention()))
            .withStorage(OperatedPods.storage(props.storage(), props.size()))
            .withResources(props.resources().model())
            .withServiceAccountName(id())
            .withAutomountServiceAccountToken(false)
            .withSecurityContext(Confinement.pod(OperatedPods.USER))
            .withAlertmanagerConfigSelector(ALL)
            .withAlertmanagerConfigNamespaceSelector(ALL)
            .withNewAlertmanagerConfigMatcherStrategy("OnNamespaceExceptForAlertmanagerNamespace");
    if (props.replicas() > 1) {
      spec.withAffinity(Placement.apart(pods()));
    }
    props
        .published()
        .ifPresent(at -> spec.withExternalUrl(at.https()).withRoutePrefix(at.prefix()));
    return spec.build();
  }

  private Map<String, String> pods() {
    return OperatedPods.labelled("alertmanager", id());
  }

  private String subpath() {
    return props.published().map(Published::path).orElse("");
  }
}

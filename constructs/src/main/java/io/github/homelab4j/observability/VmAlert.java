package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.crd.victoriametrics.AppBudget;
import io.github.homelab4j.crd.victoriametrics.AppImage;
import io.github.homelab4j.crd.victoriametrics.VMAlert;
import io.github.homelab4j.crd.victoriametrics.VMAlertSpec;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * VMAlert: evaluates every PrometheusRule of its cluster over a database and hands alerts to an
 * Alertmanager.
 *
 * <p>Brings {@link DefaultRules} for nodes, volumes, workloads, certificates and backups, so that
 * alerting is of use from the first day. Their {@code cluster} label says where; the database holds
 * the samples of all clusters.
 *
 * <p>Without an Alertmanager alerts are evaluated and recorded, but nobody is told. Its copies
 * evaluate the same rules; the Alertmanager and the database take the doubles out. Needs the
 * VictoriaMetrics operator.
 */
@ComponentInfo(
    name = "vmalert",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.victoriametrics.com/operator/resources/vmalert/",
    namespace = "observability")
public final class VmAlert extends Component {
  private static final String KIND = "vmalert";

  private final VmAlertProps props;

  /** Stores its settings. */
  public VmAlert(Construct scope, String id, VmAlertProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    return VmPods.withBudget(VmPods.service(this, KIND).port("http", 8080), props.replicas());
  }

  @Override
  protected void define(Resources out) {
    out.add(new VMAlert(Meta.of(VmPods.resource(KIND, id()), targetNamespace()), alert()));
    if (props.defaultRules()) {
      out.add(DefaultRules.named(id() + "-defaults", targetNamespace()));
    }
  }

  private VMAlertSpec alert() {
    var database = new VMAlertSpec.Endpoint(props.datasource().http());
    return VMAlertSpec.builder()
        .image(AppImage.of(versions().image("vmalert")))
        .replicaCount(props.replicas())
        .resources(props.resources())
        .addAllTopologySpreadConstraints(Placement.spread(VmPods.labelled(KIND, id())))
        .podDisruptionBudget(AppBudget.oneOf(props.replicas()))
        .configReloaderResources(VmPods.RELOADER)
        .selectAllByDefault(true)
        .evaluationInterval(props.evaluationInterval())
        .datasource(database)
        .remoteWrite(database)
        .remoteRead(database)
        .addAllNotifiers(notifiers())
        .putAllExtraArgs(
            props.alertmanager().isPresent() ? Map.of() : Map.of("notifier.blackhole", "true"))
        .build();
  }

  // By labels, not by URL: each copy of the Alertmanager must be told, and the operator knows them.
  private List<VMAlertSpec.Notifier> notifiers() {
    return props.alertmanager().stream()
        .map(each -> VMAlertSpec.Notifier.of(each.selector(), each.namespace()))
        .toList();
  }
}

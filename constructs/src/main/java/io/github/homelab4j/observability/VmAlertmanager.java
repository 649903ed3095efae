package io.github.homelab4j.observability;

import io.github.homelab4j.core.AlertsRef;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.victoriametrics.AppBudget;
import io.github.homelab4j.crd.victoriametrics.AppImage;
import io.github.homelab4j.crd.victoriametrics.VMAlertmanager;
import io.github.homelab4j.crd.victoriametrics.VMAlertmanagerSpec;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * VMAlertmanager: groups, silences and sends alerts.
 *
 * <p>Provides {@link #service()} and {@link #alerts()}. Without {@link
 * VmAlertmanagerProps#receivers} it has the operator's receiver {@code blackhole}: alerts can be
 * seen and silenced, but <b>are sent to nobody</b>.
 *
 * <p>Its copies tell each other what was sent. Needs the VictoriaMetrics operator.
 */
@ComponentInfo(
    name = "vmalertmanager",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.victoriametrics.com/operator/resources/vmalertmanager/",
    namespace = "observability")
public final class VmAlertmanager extends Component {
  private static final String KIND = "vmalertmanager";
  private static final int PORT = 9093;

  private final VmAlertmanagerProps props;

  /** Stores its settings. */
  public VmAlertmanager(Construct scope, String id, VmAlertmanagerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its API and user interface; headless, it stands for all copies. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, VmPods.service(KIND, id()), PORT, pods());
  }

  /** Where its alerts are seen and silenced. */
  public AlertsRef alerts() {
    return new AlertsRef(service(), "");
  }

  @Override
  public List<ChartFact> facts() {
    var service =
        VmPods.service(this, KIND)
            .port("http", PORT)
            .port("tcp-mesh", 9094)
            .port("udp-mesh", 9094)
            .detail("headless");
    return VmPods.withBudget(service, props.replicas());
  }

  @Override
  protected void define(Resources out) {
    var name = VmPods.resource(KIND, id());
    // The resource carries its pods' labels, by which a VMAlert finds it.
    out.add(new VMAlertmanager(Meta.labelled(name, targetNamespace(), pods()), manager()));
    var meta = Meta.of(name, targetNamespace());
    if (!props.receivers().isEmpty()) {
      out.add(AlertRouting.config(meta, props, this::secret));
    }
  }

  private Map<String, String> pods() {
    return VmPods.labelled(KIND, id());
  }

  private VMAlertmanagerSpec manager() {
    var claim = VmPods.claim(props.storage(), props.size());
    return VMAlertmanagerSpec.builder()
        .image(AppImage.of(versions().image("alertmanager")))
        .replicaCount(props.replicas())
        .resources(props.resources())
        .addAllTopologySpreadConstraints(Placement.spread(pods()))
        .podDisruptionBudget(AppBudget.oneOf(props.replicas()))
        .configReloaderResources(VmPods.RELOADER)
        .selectAllByDefault(true)
        .disableNamespaceMatcher(true)
        .retention(props.retention())
        .storage(new VMAlertmanagerSpec.Storage(new VMAlertmanagerSpec.Template(claim)))
        .build();
  }
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.crd.victoriametrics.AppBudget;
import io.github.homelab4j.crd.victoriametrics.AppImage;
import io.github.homelab4j.crd.victoriametrics.VMAgent;
import io.github.homelab4j.crd.victoriametrics.VMAgentSpec;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * VMAgent: scrapes every ServiceMonitor, PodMonitor and kubelet of its cluster and writes the
 * samples to a database, which may be in another cluster.
 *
 * <p>Its copies scrape the same targets and send the same labels; the database keeps one sample of
 * each ({@link VmSingleProps#deduplication}). Each sample carries the name of its cluster as {@code
 * cluster}.
 *
 * <p>Needs the VictoriaMetrics operator.
 */
@ComponentInfo(
    name = "vmagent",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.victoriametrics.com/operator/resources/vmagent/",
    namespace = "observability")
public final class VmAgent extends Component {
  private static final String KIND = "vmagent";

  private final VmAgentProps props;

  /** Stores its settings. */
  public VmAgent(Construct scope, String id, VmAgentProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    var role = "monitoring:%s:%s".formatted(targetNamespace(), VmPods.service(KIND, id()));
    var facts =
        new ArrayList<>(
            VmPods.withBudget(VmPods.service(this, KIND).port("http", 8429), props.replicas()));
    facts.add(
        ChartFact.of("ClusterRole", role, "", VmPods.SOURCES + "vmagent/rbac.go")
            .detail("get, list and watch of nodes, pods, Services and nodes/metrics"));
    return facts;
  }

  @Override
  protected void define(Resources out) {
    out.add(new VMAgent(Meta.of(VmPods.resource(KIND, id()), targetNamespace()), agent()));
    out.addAll(KubeletScrapes.of(id(), targetNamespace()));
  }

  private VMAgentSpec agent() {
    return VMAgentSpec.builder()
        .image(AppImage.of(versions().image("vmagent")))
        .replicaCount(props.replicas())
        .resources(props.resources())
        .addAllTopologySpreadConstraints(Placement.spread(VmPods.labelled(KIND, id())))
        .podDisruptionBudget(AppBudget.oneOf(props.replicas()))
        .configReloaderResources(VmPods.RELOADER)
        .selectAllByDefault(true)
        .scrapeInterval(props.scrapeInterval())
        .putAllExternalLabels(
            cluster().map(Cluster::id).map(name -> Map.of("cluster", name)).orElse(Map.of()))
        .addRemoteWrite(new VMAgentSpec.RemoteWrite(props.remoteWrite().http() + "/api/v1/write"))
        .remoteWriteSettings(
            new VMAgentSpec.RemoteWriteSettings(props.buffer().amount().longValueExact()))
        .build();
  }
}

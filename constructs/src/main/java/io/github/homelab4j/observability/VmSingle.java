package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.MetricsRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.victoriametrics.AppImage;
import io.github.homelab4j.crd.victoriametrics.ServiceForm;
import io.github.homelab4j.crd.victoriametrics.VMSingle;
import io.github.homelab4j.crd.victoriametrics.VMSingleSpec;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.Durations;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * VMSingle: the time-series database, one pod on one volume.
 *
 * <p>Provides {@link #service()}, which takes Prometheus' remote write, and {@link #metrics()}.
 * Needs the VictoriaMetrics operator.
 *
 * <p>It is single, as its name says: while its node is away there are no new graphs and no alerts,
 * and scrapers keep their samples for it.
 */
@ComponentInfo(
    name = "vmsingle",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.victoriametrics.com/operator/resources/vmsingle/",
    namespace = "observability",
    timeout = "10m")
public final class VmSingle extends Component {
  private static final String KIND = "vmsingle";
  private static final int PORT = 8428;

  private final VmSingleProps props;

  /** Stores its settings. */
  public VmSingle(Construct scope, String id, VmSingleProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where samples are written ({@code /api/v1/write}) and queried. */
  public ServiceRef service() {
    return ServiceRef.providedBy(
            this, VmPods.service(KIND, id()), PORT, VmPods.labelled(KIND, id()))
        .named("http");
  }

  /** The same, for who reads what is in it. */
  public MetricsRef metrics() {
    return new MetricsRef("VictoriaMetrics", service(), "");
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(VmPods.service(this, KIND).port("http", PORT));
  }

  @Override
  protected void define(Resources out) {
    var spec =
        VMSingleSpec.builder()
            .image(AppImage.of(versions().image("victoria-metrics")))
            .replicaCount(1)
            .resources(props.resources())
            .port(Integer.toString(PORT))
            .retentionPeriod(props.retention().toDays() + "d")
            .storage(VmPods.claim(props.storage(), props.size()))
            .putAllExtraArgs(Map.of("dedup.minScrapeInterval", Durations.go(props.deduplication())))
            .serviceSpec(ServiceForm.annotated(meshAnnotations(service())))
            .build();
    out.add(new VMSingle(Meta.of(VmPods.resource(KIND, id()), targetNamespace()), spec));
  }
}

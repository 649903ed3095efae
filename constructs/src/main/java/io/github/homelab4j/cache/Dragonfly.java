package io.github.homelab4j.cache;

import io.github.homelab4j.core.CacheRef;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.PodMonitors;
import io.github.homelab4j.rule.PodRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * Dragonfly: a Redis-compatible store in memory, one master with replicas that take over from it,
 * written to volumes now and then.
 *
 * <p>Provides {@link #cache()}. Needs {@link DragonflyOperator}.
 */
@ComponentInfo(
    name = "dragonfly",
    domain = Domain.CACHE,
    upstream = "https://www.dragonflydb.io/docs",
    namespace = "dragonfly",
    timeout = "10m")
public final class Dragonfly extends Component {
  static final int PORT = 6379;

  private static final String SOURCE =
      "dragonflydb/dragonfly-operator@v1.6.1:internal/resources/resources.go";

  private final DragonflyProps props;

  /** Stores its settings. */
  public Dragonfly(Construct scope, String id, DragonflyProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The master, which reads and writes, and the password. */
  public CacheRef cache() {
    return new CacheRef(service(), props.password());
  }

  @Override
  public List<ChartFact> facts() {
    var facts = new ArrayList<ChartFact>();
    facts.add(creates("Service", id(), SOURCE).port("redis", PORT).selects(service().selector()));
    facts.add(
        creates("StatefulSet", id(), SOURCE)
            .port("redis", PORT)
            .port("admin", 9999)
            .selects(pods())
            .detail("metrics without password at admin"));
    if (props.replicas() > 1) {
      facts.add(creates("PodDisruptionBudget", id(), SOURCE).maxUnavailable("1").selects(pods()));
    }
    return facts;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "When all pods stop at once without notice, what was written since the last snapshot is gone.");
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(Exemption.of(PodRule.SEC_022, "it writes its log files to /tmp"));
  }

  @Override
  protected void define(Resources out) {
    var image = versions().image("dragonfly");
    var spec =
        DragonflySpec.of(
            service(), props, image, secret(props.password()), meshAnnotations(service()));
    out.add(
        new io.github.homelab4j.crd.dragonfly.Dragonfly(Meta.of(id(), targetNamespace()), spec));
    out.add(DragonflyPolicy.of(this, props, pods()));
    if (props.metrics()) {
      out.add(PodMonitors.of(id(), targetNamespace(), pods(), "admin"));
    }
  }

  private ServiceRef service() {
    var master = new TreeMap<>(pods());
    master.put("role", "master");
    return ServiceRef.providedBy(this, id(), PORT, master);
  }

  private Map<String, String> pods() {
    return Map.of("app", id(), "app.kubernetes.io/name", "dragonfly");
  }
}

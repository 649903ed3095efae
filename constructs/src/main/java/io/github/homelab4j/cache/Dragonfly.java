package io.github.homelab4j.cache;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.github.homelab4j.core.CacheRef;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Authentication;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Key;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Pdb;
import io.github.homelab4j.crd.dragonfly.Dragonfly.ServiceSpec;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Snapshot;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Spec;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.kube.PodMonitors;
import io.github.homelab4j.unit.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  // The image's own user.
  private static final long USER = 999;
  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
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
    facts.add(fact("Service", "port 6379, role: master"));
    facts.add(
        fact(
            "StatefulSet",
            "pods app: %s, metrics without password on 9999 (admin)".formatted(id())));
    if (props.replicas() > 1) {
      facts.add(fact("PodDisruptionBudget", "maxUnavailable 1 of app: " + id()));
    }
    return facts;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "When all pods stop at once without notice, what was written since the last snapshot is"
            + " gone.");
  }

  @Override
  protected void define(Resources out) {
    var password = secret(props.password());
    var annotations = meshAnnotations(service());
    var spec =
        Spec.builder()
            .image(versions().image("dragonfly"))
            .replicas(props.replicas())
            .addAllArgs(args())
            .resources(Compute.of(props.cpu(), limit()))
            .authentication(new Authentication(new Key(password.secret(), password.key())))
            .snapshot(new Snapshot(props.snapshots(), volume()))
            .serviceSpec(
                annotations.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ServiceSpec(annotations)))
            .affinity(Placement.apart(Map.of("app", id())))
            .pdb(new Pdb(1))
            .enableReplicationReadinessGate(true)
            // The operator's policy would admit clients of this namespace only; ours stands in its
            // place.
            .networkPolicyEnabled(false)
            .podSecurityContext(unprivileged())
            .containerSecurityContext(withoutCapabilities())
            .build();
    out.add(
        new io.github.homelab4j.crd.dragonfly.Dragonfly(Meta.of(id(), targetNamespace()), spec));
    out.add(DragonflyPolicy.of(this, props, pods()));
    if (props.metrics()) {
      out.add(PodMonitors.of(id(), targetNamespace(), pods(), "admin"));
    }
  }

  private ServiceRef service() {
    return ServiceRef.providedBy(
        this,
        id(),
        PORT,
        Map.of("app", id(), "app.kubernetes.io/name", "dragonfly", "role", "master"));
  }

  private ChartFact fact(String kind, String detail) {
    return new ChartFact(kind, id(), targetNamespace(), detail, SOURCE);
  }

  private Map<String, String> pods() {
    return Map.of("app", id(), "app.kubernetes.io/name", "dragonfly");
  }

  private List<String> args() {
    var args = new ArrayList<String>();
    args.add("--maxmemory=" + mebibytes(props.memory().amount()) + "Mi");
    args.add("--proactor_threads=" + props.threads());
    // Without a fixed name each snapshot is a new file, until the volume is full and nothing starts
    // any more.
    args.add("--dbfilename=dump");
    if (props.evicts()) {
      args.add("--cache_mode=true");
    }
    if (props.undeclaredKeys()) {
      args.add("--default_lua_flags=allow-undeclared-keys");
    }
    return args;
  }

  private Quantity limit() {
    return Quantity.mi(mebibytes(props.memory().amount().multiply(new BigDecimal("1.25"))));
  }

  private static long mebibytes(BigDecimal bytes) {
    return bytes.divide(MEBIBYTE, 0, RoundingMode.CEILING).longValueExact();
  }

  private PersistentVolumeClaimSpec volume() {
    return new PersistentVolumeClaimSpecBuilder()
        .withAccessModes("ReadWriteOnce")
        .withStorageClassName(props.storage().name())
        .withNewResources()
        .addToRequests("storage", props.size().model())
        .endResources()
        .build();
  }

  private static PodSecurityContext unprivileged() {
    return new PodSecurityContextBuilder()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withFsGroup(USER)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  private static SecurityContext withoutCapabilities() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }
}

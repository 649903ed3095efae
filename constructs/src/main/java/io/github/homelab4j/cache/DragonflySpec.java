package io.github.homelab4j.cache;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Authentication;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Key;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Pdb;
import io.github.homelab4j.crd.dragonfly.Dragonfly.ServiceSpec;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Snapshot;
import io.github.homelab4j.crd.dragonfly.Dragonfly.Spec;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Dragonfly's operator is told about a {@link Dragonfly}. */
final class DragonflySpec {
  // The image's own user.
  private static final long USER = 999;
  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal LIMIT_PER_DATA = new BigDecimal("1.25");

  private DragonflySpec() {}

  static Spec of(
      ServiceRef service,
      DragonflyProps props,
      ImageRef image,
      SecretKeyRef password,
      Map<String, String> annotations) {
    var limit = Quantity.mi(mebibytes(props.memory().amount().multiply(LIMIT_PER_DATA)));
    return Spec.builder()
        .image(image)
        .replicas(props.replicas())
        .addAllArgs(args(props))
        .resources(Compute.of(props.cpu(), limit))
        .authentication(new Authentication(new Key(password.secret(), password.key())))
        .snapshot(new Snapshot(props.snapshots(), volume(props)))
        .serviceSpec(Optional.of(annotations).filter(some -> !some.isEmpty()).map(ServiceSpec::new))
        .affinity(Placement.apart(Map.of("app", service.name())))
        .pdb(new Pdb(1))
        .enableReplicationReadinessGate(true)
        // The operator's policy would admit clients of this namespace only; ours stands in its
        // place.
        .networkPolicyEnabled(false)
        .podSecurityContext(Confinement.pod(USER))
        .containerSecurityContext(Confinement.writingContainer())
        .build();
  }

  private static List<String> args(DragonflyProps props) {
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

  private static long mebibytes(BigDecimal bytes) {
    return bytes.divide(MEBIBYTE, 0, RoundingMode.CEILING).longValueExact();
  }

  private static PersistentVolumeClaimSpec volume(DragonflyProps props) {
    return new PersistentVolumeClaimSpecBuilder()
        .withAccessModes("ReadWriteOnce")
        .withStorageClassName(props.storage().name())
        .withNewResources()
        .addToRequests("storage", props.size().model())
        .endResources()
        .build();
  }
}

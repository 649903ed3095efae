package io.github.homelab4j.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.rule.PodRule;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Rook: the operator that runs Ceph, or connects to a Ceph that runs elsewhere. Brings the operator
 * of Ceph's CSI drivers with it; the drivers themselves are {@link CephCsiDrivers}.
 *
 * <p>Provides {@link #operator()}.
 */
@ComponentInfo(
    name = "rook-ceph",
    domain = Domain.STORAGE,
    upstream = "https://rook.io/docs/rook/latest/",
    namespace = "rook-ceph",
    podSecurity = PodSecurity.BASELINE,
    installs = {"ceph.rook.io", "csi.ceph.io", "objectbucket.io"},
    timeout = "10m")
public final class RookCeph extends HelmComponent {
  private static final String TEMPLATES = "rook/rook@v1.20.6:deploy/charts/rook-ceph/templates/";
  private static final String DRIVERS =
      "ceph/ceph-csi-operator@v1.0.4:deploy/charts/ceph-csi-operator/templates/deployment.yaml";
  private static final String DRIVERS_RESOURCES =
      "{limits: {cpu: 500m, memory: 128Mi}, requests: {cpu: 10m, memory: 64Mi}}";
  private static final String RESOURCES =
      "{limits: {memory: 512Mi}, requests: {cpu: 200m, memory: 128Mi}}";
  private static final String CONTEXT =
      "{runAsNonRoot: true, runAsUser: 2016, runAsGroup: 2016, capabilities: {drop: [ALL]}}";

  static final String CRITICAL = "system-cluster-critical";
  // The chart's own context says who it runs as, and drops all capabilities.
  static final SecurityContext CONFINED =
      new SecurityContextBuilder()
          .withAllowPrivilegeEscalation(false)
          .withSeccompProfile(Confinement.pod().getSeccompProfile())
          .build();

  private final RookCephProps props;

  /** Stores its settings. */
  public RookCeph(Construct scope, String id, RookCephProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The operator, for what it acts on: drivers and clusters. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("ConfigMap", CephCsiDrivers.IMAGES, TEMPLATES + "configmap.yaml")
            .detail("images of the CSI drivers"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", "rook-ceph-operator", TEMPLATES + "deployment.yaml")
            .labelled(Map.of("app", "rook-ceph-operator"))
            .replicas(1)
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("rook-ceph-operator")
                    .resources("resources", RESOURCES)
                    .security("containerSecurityContext", CONTEXT)),
        runs("Deployment", "ceph-csi-controller-manager", DRIVERS)
            .labelled(Map.of("control-plane", "ceph-csi-op-controller-manager"))
            .replicas("ceph-csi-operator.controllerManager.replicas", 1)
            .security(
                "ceph-csi-operator.controllerManager.podSecurityContext", "{runAsNonRoot: true}")
            .with(
                ChartContainer.of("manager")
                    .resources(
                        "ceph-csi-operator.controllerManager.manager.resources", DRIVERS_RESOURCES)
                    .security(
                        "ceph-csi-operator.controllerManager.manager.containerSecurityContext",
                        ChartContext.CONFINED)
                    .alive()
                    .ready()));
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_022,
            "its Ceph commands take CRUSH maps and tokens from files that it writes to /tmp"));
  }

  @Override
  protected Values values() {
    // No ServiceMonitor for the drivers: it selects Services with a label that their operator does
    // not give them.
    return new Values(
        Compute.of(Quantity.millis(100), Quantity.mi(128), Quantity.mi(512)),
        new Csi(true),
        Enabled.when(props.metrics()),
        CRITICAL,
        CONFINED,
        new CsiOperator(new Manager(Confinement.pod(), CRITICAL)));
  }

  record Values(
      Compute resources,
      Csi csi,
      Enabled monitoring,
      String priorityClassName,
      SecurityContext containerSecurityContext,
      @JsonProperty("ceph-csi-operator") CsiOperator cephCsiOperator) {}

  record CsiOperator(Manager controllerManager) {}

  record Manager(PodSecurityContext podSecurityContext, String priorityClassName) {}

  record Csi(boolean installCsiOperator) {}
}

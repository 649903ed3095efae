package io.github.homelab4j.apps;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Routes;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.constructs.Construct;

/**
 * A program of one's own, or any other that has no construct: one container as a Deployment,
 * StatefulSet, DaemonSet or CronJob, with what belongs to it. Everything is named after the
 * component, apart from volumes, which have names of their own.
 *
 * <p>It is confined unless it is told otherwise: not root, nothing to write to but its volumes, no
 * capabilities, no token for the API, reached by its own namespace and whoever its settings name.
 *
 * <pre>{@code
 * new Application(this, "notes", ApplicationProps.builder()
 *     .namespace(NamespaceRef.of("notes"))
 *     .image(ImageRef.of("ghcr.io/me/notes:1.4.2"))
 *     .addPorts(AppPort.http(8080))
 *     .addVolumes(AppVolume.claim("notes-data", "/data", longhorn.storage(), Quantity.gi(10)))
 *     .route(AppRoute.of(Hostname.of("notes").in(domain), entry))
 *     .metrics(AppMetrics.at("/metrics"))
 *     .resources(Compute.of(Quantity.millis(50), Quantity.mi(128)))
 *     .build());
 * }</pre>
 *
 * <p>Provides {@link #service()}.
 */
@ComponentInfo(
    name = "application",
    domain = Domain.APPS,
    upstream = "https://kubernetes.io/docs/concepts/workloads/",
    namespace = "default")
public final class Application extends Component {
  private final ApplicationProps props;

  /** Stores its settings. */
  public Application(Construct scope, String id, ApplicationProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * Its Service, at its first port.
   *
   * @throws InvalidPropsException when it listens on none
   */
  public ServiceRef service() {
    return service(port -> true, "port");
  }

  /**
   * Its Service, at a port by its name.
   *
   * @throws InvalidPropsException when it has no such port
   */
  public ServiceRef service(String port) {
    return service(each -> each.name().equals(port), "port " + port);
  }

  // A class may make the volume of a CronJob at its first run, for which nobody should wait.
  @Override
  public List<HealthCheck> healthChecks() {
    return props.kind() == AppKind.CRON_JOB
        ? List.of(new HealthCheck("batch/v1", "CronJob", id(), targetNamespace()))
        : List.of();
  }

  private ServiceRef service(Predicate<AppPort> wanted, String what) {
    var port =
        props.ports().stream()
            .filter(wanted)
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidPropsException(
                        "%s has no %s (it has %s): add it to its ports"
                            .formatted(id(), what, ports())));
    return ServiceRef.providedBy(this, id(), port.port().number(), pods()).named(port.name());
  }

  private String ports() {
    var names = props.ports().stream().map(AppPort::name).toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  @Override
  protected void define(Resources out) {
    props.where().ifPresent(where -> where.check(cluster()));
    var meta = new AppMeta(id(), targetNamespace(), pods());
    out.addAll(AppVolumes.claims(meta, props));
    out.addAll(AppVolumes.files(meta, props));
    out.add(AppWorkload.of(meta, props, this::secret));
    if (!props.ports().isEmpty()) {
      out.add(AppNetwork.service(meta, props, meshAnnotations(service())));
    }
    props.metrics().ifPresent(metrics -> out.add(AppNetwork.monitor(meta, metrics, props)));
    props.route().ifPresent(route -> route(route, out));
    if (props.isolated()) {
      out.add(AppNetwork.policy(meta, props));
    }
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
  }

  private void route(AppRoute route, Resources out) {
    var service = route.port().map(this::service).orElseGet(this::service);
    out.add(
        Routes.http(
            id(), targetNamespace(), route.hostname(), route.entry(), service, route.paths()));
  }

  private Map<String, String> pods() {
    return AppLabels.of(id(), id());
  }
}

package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.openshift.api.model.monitoring.v1.AlertmanagerEndpoints;
import io.fabric8.openshift.api.model.monitoring.v1.AlertmanagerEndpointsBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusSpec;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusSpecBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.ScrapeClass;
import io.fabric8.openshift.api.model.monitoring.v1.ScrapeClassBuilder;
import io.github.homelab4j.core.AlertsRef;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Durations;
import io.github.homelab4j.unit.ImageRef;
import java.util.Map;
import java.util.Optional;

/** What the operator is told of a {@link Prometheus}. */
final class PrometheusServer {
  private static final String CLUSTER = "cluster";
  // Without a selector nothing is selected, with an empty one everything.
  private static final LabelSelector ALL = new LabelSelector();

  private PrometheusServer() {}

  static PrometheusSpec spec(
      String id,
      PrometheusProps props,
      Map<String, String> pods,
      Optional<Cluster> cluster,
      ImageRef image) {
    var spec =
        selecting()
            .withImage(image.text())
            .withVersion(OperatedPods.version(image))
            .withReplicas(props.replicas())
            .withScrapeInterval(Durations.go(props.scrapeInterval()))
            .withEvaluationInterval(Durations.go(props.evaluationInterval()))
            .withRetention(props.retention().toDays() + "d")
            .withRetentionSize(OperatedPods.mebibytes(props.retentionSize()) + "MB")
            .withStorage(OperatedPods.storage(props.storage(), props.size()))
            .withResources(props.resources().model())
            .withServiceAccountName(id)
            .withSecurityContext(Confinement.pod(OperatedPods.USER))
            // Endpoints are on their way out of Kubernetes.
            .withServiceDiscoveryRole("EndpointSlice");
    if (props.replicas() > 1) {
      spec.withAffinity(Placement.apart(pods));
    }
    cluster
        .map(Cluster::id)
        .ifPresent(
            name -> spec.addToExternalLabels(CLUSTER, name).withScrapeClasses(labelling(name)));
    props
        .alertmanager()
        .ifPresent(to -> spec.withNewAlerting().addToAlertmanagers(told(to)).endAlerting());
    props
        .published()
        .ifPresent(at -> spec.withExternalUrl(at.https()).withRoutePrefix(at.prefix()));
    return spec.build();
  }

  private static PrometheusSpecBuilder selecting() {
    return new PrometheusSpecBuilder()
        .withServiceMonitorSelector(ALL)
        .withServiceMonitorNamespaceSelector(ALL)
        .withPodMonitorSelector(ALL)
        .withPodMonitorNamespaceSelector(ALL)
        .withProbeSelector(ALL)
        .withProbeNamespaceSelector(ALL)
        .withScrapeConfigSelector(ALL)
        .withScrapeConfigNamespaceSelector(ALL)
        .withRuleSelector(ALL)
        .withRuleNamespaceSelector(ALL);
  }

  // External labels are put on what leaves Prometheus only; rules and dashboards read this one.
  private static ScrapeClass labelling(String name) {
    return new ScrapeClassBuilder()
        .withName(CLUSTER)
        .withDefault(true)
        .addNewRelabeling()
        .withTargetLabel(CLUSTER)
        .withReplacement(name)
        .endRelabeling()
        .build();
  }

  private static AlertmanagerEndpoints told(AlertsRef to) {
    var service = to.service();
    var port =
        service.portName().isEmpty()
            ? new IntOrString(service.targetPort().number())
            : new IntOrString(service.portName());
    return new AlertmanagerEndpointsBuilder()
        .withName(service.name())
        .withNamespace(service.namespace())
        .withPort(port)
        .withPathPrefix(to.path().isEmpty() ? "/" : to.path())
        .withApiVersion("v2")
        .build();
  }
}

package io.github.homelab4j.apps;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorBuilder;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an {@link Application} is reached, and by whom. */
final class AppNetwork {
  private static final LabelSelector ANY = new LabelSelector();
  private static final String NAME = "app.kubernetes.io/name";

  private AppNetwork() {}

  static Service service(AppMeta meta, ApplicationProps props, Map<String, String> annotations) {
    var own = Meta.labelled(meta.name(), meta.namespace(), meta.pods());
    own.setAnnotations(annotations);
    return new ServiceBuilder()
        .withMetadata(own)
        .withNewSpec()
        .withSelector(meta.pods())
        .withPorts(props.ports().stream().map(AppNetwork::port).toList())
        .endSpec()
        .build();
  }

  static ServiceMonitor monitor(AppMeta meta, AppMetrics metrics, ApplicationProps props) {
    return new ServiceMonitorBuilder()
        .withMetadata(Meta.of(meta.name(), meta.namespace()))
        .withNewSpec()
        .withNewSelector()
        .withMatchLabels(meta.pods())
        .endSelector()
        .addNewEndpoint()
        .withPort(metrics.port().orElseGet(() -> props.ports().get(0).name()))
        .withPath(metrics.path())
        .withInterval(Durations.go(metrics.interval()))
        .endEndpoint()
        .endSpec()
        .build();
  }

  /** Closes it to all but those that it is made for. What it reaches itself is not restricted. */
  static NetworkPolicy policy(AppMeta meta, ApplicationProps props) {
    var rules = new ArrayList<NetworkPolicyIngressRule>();
    rules.add(rule(null, ANY, Optional.empty()));
    props.route().ifPresent(route -> rules.add(entry(route, name(props, route.port()))));
    props
        .metrics()
        .ifPresent(metrics -> rules.addAll(readers(metrics, name(props, metrics.port()))));
    for (var caller : props.callers()) {
      rules.add(caller(caller, Optional.empty()));
    }
    return new NetworkPolicyBuilder()
        .withMetadata(Meta.of(meta.name(), meta.namespace()))
        .withNewSpec()
        .withPodSelector(pods(meta.pods()))
        .withPolicyTypes("Ingress")
        .withIngress(rules)
        .endSpec()
        .build();
  }

  // What comes through a Gateway of Cilium has no namespace, and who runs another one's proxies is
  // not known here: that port is open then, as the host name is to everybody outside.
  private static NetworkPolicyIngressRule entry(AppRoute route, String port) {
    var controller =
        route.entry() instanceof IngressRef ingress
            ? ingress.provider().component().map(Component::targetNamespace)
            : Optional.<String>empty();
    return controller
        .map(namespace -> rule(namespace(namespace), null, Optional.of(port)))
        .orElseGet(
            () ->
                new NetworkPolicyIngressRuleBuilder()
                    .addNewPort()
                    .withPort(new IntOrString(port))
                    .endPort()
                    .build());
  }

  private static NetworkPolicyIngressRule caller(AppCaller caller, Optional<String> port) {
    return rule(namespace(caller.namespace()), pods(caller.pods()), port);
  }

  private static List<NetworkPolicyIngressRule> readers(AppMetrics metrics, String port) {
    if (!metrics.readers().isEmpty()) {
      return metrics.readers().stream().map(each -> caller(each, Optional.of(port))).toList();
    }
    var usual =
        new LabelSelectorBuilder()
            .addNewMatchExpression()
            .withKey(NAME)
            .withOperator("In")
            .withValues("vmagent", "prometheus")
            .endMatchExpression()
            .build();
    return List.of(rule(ANY, usual, Optional.of(port)));
  }

  private static NetworkPolicyIngressRule rule(
      LabelSelector namespaces, LabelSelector pods, Optional<String> port) {
    var rule =
        new NetworkPolicyIngressRuleBuilder()
            .addNewFrom()
            .withNamespaceSelector(namespaces)
            .withPodSelector(pods)
            .endFrom();
    port.ifPresent(name -> rule.addNewPort().withPort(new IntOrString(name)).endPort());
    return rule.build();
  }

  private static LabelSelector namespace(String name) {
    return pods(Map.of("kubernetes.io/metadata.name", name));
  }

  private static LabelSelector pods(Map<String, String> labels) {
    return new LabelSelectorBuilder().withMatchLabels(labels).build();
  }

  private static String name(ApplicationProps props, Optional<String> port) {
    return port.orElseGet(() -> props.ports().get(0).name());
  }

  private static ServicePort port(AppPort port) {
    return new ServicePortBuilder()
        .withName(port.name())
        .withProtocol(port.protocol().name())
        .withPort(port.port().number())
        .withTargetPort(new IntOrString(port.name()))
        .build();
  }
}

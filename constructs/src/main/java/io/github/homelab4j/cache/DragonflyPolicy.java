package io.github.homelab4j.cache;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;

/**
 * Who reaches a {@link Dragonfly}: its port everyone, also from other clusters, since it asks for
 * the password; its admin port, which asks for none, only the operator, the pods among themselves
 * and what reads metrics.
 */
final class DragonflyPolicy {
  private static final int ADMIN = 9999;
  private static final LabelSelector ANY = new LabelSelector();

  private DragonflyPolicy() {}

  static NetworkPolicy of(Dragonfly dragonfly, DragonflyProps props, Map<String, String> pods) {
    var own = new LabelSelectorBuilder().addToMatchLabels(pods).build();
    return new NetworkPolicyBuilder()
        // Not the instance's own name: with its own policy off, the operator deletes the one of
        // that name again and again.
        .withMetadata(Meta.of(dragonfly.id() + "-ports", dragonfly.targetNamespace()))
        .withNewSpec()
        .withPodSelector(own)
        .withPolicyTypes("Ingress")
        .addToIngress(
            new NetworkPolicyIngressRuleBuilder().addToPorts(port(Dragonfly.PORT)).build(),
            admin(props, own))
        .endSpec()
        .build();
  }

  private static NetworkPolicyIngressRule admin(DragonflyProps props, LabelSelector own) {
    var operatorNamespace =
        props
            .operator()
            .namespace()
            .map(
                name ->
                    new LabelSelectorBuilder()
                        .addToMatchLabels("kubernetes.io/metadata.name", name)
                        .build())
            .orElse(ANY);
    var operator =
        new LabelSelectorBuilder().addToMatchLabels("control-plane", "controller-manager").build();
    var scraper =
        new LabelSelectorRequirement(
            "app.kubernetes.io/name", "In", List.of("vmagent", "prometheus"));
    var rule = new NetworkPolicyIngressRuleBuilder().addToPorts(port(ADMIN));
    rule.addNewFrom().withNamespaceSelector(operatorNamespace).withPodSelector(operator).endFrom();
    rule.addNewFrom().withPodSelector(own).endFrom();
    if (props.metrics()) {
      rule.addNewFrom()
          .withNamespaceSelector(ANY)
          .withNewPodSelector()
          .addToMatchExpressions(scraper)
          .endPodSelector()
          .endFrom();
    }
    return rule.build();
  }

  private static NetworkPolicyPort port(int number) {
    return new NetworkPolicyPortBuilder()
        .withProtocol("TCP")
        .withPort(new IntOrString(number))
        .build();
  }
}

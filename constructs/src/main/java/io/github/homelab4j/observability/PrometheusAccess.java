package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.github.homelab4j.kube.Meta;
import java.util.List;

/** The account of a {@link Prometheus}, and what it may read to find and scrape its targets. */
final class PrometheusAccess {
  private static final String GROUP = "rbac.authorization.k8s.io";
  private static final String[] READ = {"get", "list", "watch"};

  private PrometheusAccess() {}

  static List<HasMetadata> of(String name, String namespace) {
    // Of the whole cluster, so that the namespace tells several apart.
    var role = namespace + "-" + name;
    return List.of(
        new ServiceAccountBuilder().withMetadata(Meta.of(name, namespace)).build(),
        new ClusterRoleBuilder()
            .withMetadata(Meta.clusterScoped(role))
            .withRules(
                reading("", "nodes", "services", "pods"),
                reading("discovery.k8s.io", "endpointslices"),
                reading("networking.k8s.io", "ingresses"),
                // Kubelets ask the Kubernetes API whether it may have theirs.
                new PolicyRuleBuilder()
                    .withApiGroups("")
                    .withResources("nodes/metrics")
                    .withVerbs("get")
                    .build(),
                new PolicyRuleBuilder().withNonResourceURLs("/metrics").withVerbs("get").build())
            .build(),
        new ClusterRoleBindingBuilder()
            .withMetadata(Meta.clusterScoped(role))
            .withNewRoleRef(GROUP, "ClusterRole", role)
            .addNewSubject()
            .withKind("ServiceAccount")
            .withName(name)
            .withNamespace(namespace)
            .endSubject()
            .build());
  }

  private static PolicyRule reading(String group, String... resources) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resources)
        .withVerbs(READ)
        .build();
  }
}

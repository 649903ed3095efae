package org.example.fleet;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.github.homelab4j.kube.Meta;
import java.util.Map;

/** How an application is reached, and by whom. */
final class Links {
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private Links() {}

  static Service service(Application application, Map<String, String> pods, int port) {
    return new ServiceBuilder()
        .withMetadata(Meta.labelled(application.id(), application.targetNamespace(), pods))
        .withNewSpec()
        .withType("ClusterIP")
        .withSelector(pods)
        .addNewPort()
        .withName("http")
        .withPort(port)
        .withTargetPort(new IntOrString("http"))
        .endPort()
        .endSpec()
        .build();
  }

  // What runs in the cluster may ask the programs, nobody else.
  static NetworkPolicy policy(Application application, int port) {
    return new NetworkPolicyBuilder()
        .withMetadata(Meta.of(application.id(), application.targetNamespace()))
        .withNewSpec()
        .withNewPodSelector()
        .addToMatchLabels(INSTANCE, application.id())
        .endPodSelector()
        .withPolicyTypes("Ingress")
        .addNewIngress()
        .addNewFrom()
        .withNewNamespaceSelector()
        .endNamespaceSelector()
        .endFrom()
        .addNewPort()
        .withProtocol("TCP")
        .withPort(new IntOrString(port))
        .endPort()
        .endIngress()
        .endSpec()
        .build();
  }
}

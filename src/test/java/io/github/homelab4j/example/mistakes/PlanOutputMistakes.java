package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Mistake.inManifests;

import io.github.homelab4j.rule.PlanRule;
import java.util.List;

/** Addresses and names in the output that are not those of the plan. */
final class PlanOutputMistakes {
  private static final String GREETING = "greeting: welcome";
  private static final String SERVICE = "  selector:\n    app.kubernetes.io/name: shop\n  ports:";

  static final List<Mistake> ALL =
      List.of(
          inManifests(
              PlanRule.ADDRESS_NOT_IN_PLAN,
              GREETING,
              "greeting: ask http://10.99.0.1:3128/ first",
              "10.99.0.1 in /data/greeting of ConfigMap shop/shop is not of the plan: add it there and pass it on"),
          inManifests(
              PlanRule.ADDRESS_NOT_IN_PLAN,
              GREETING,
              "greeting: ask [fd00:99::1]:53 first",
              "fd00:99::1 in /data/greeting of ConfigMap shop/shop is not of the plan: add it there and pass it on"),
          inManifests(
              PlanRule.HOSTNAME_NOT_IN_PLAN,
              GREETING,
              "greeting: see https://wiki.docs.example.org/",
              "wiki.docs.example.org in /data/greeting of ConfigMap shop/shop is not one of the plan's records: add a record there and pass its name on"),
          inManifests(
              PlanRule.SERVICE_ADDRESS_FOREIGN,
              "  labels:\n    app.kubernetes.io/name: shop\nspec:\n  selector:",
              "  labels:\n    app.kubernetes.io/name: shop\n  annotations:\n    lbipam.cilium.io/ips: 192.0.2.159\nspec:\n  type: LoadBalancer\n  selector:",
              "Service shop/shop asks for 192.0.2.159, which is reserved in no pool of cluster house (house 192.0.2.100-192.0.2.119): reserve it there and pass the reservation on"),
          inManifests(
              PlanRule.SERVICE_ADDRESS_TWICE,
              "  labels:\n    app.kubernetes.io/name: shop\nspec:\n  selector:",
              "  labels:\n    app.kubernetes.io/name: shop\n  annotations:\n    lbipam.cilium.io/ips: 192.0.2.100\nspec:\n  type: LoadBalancer\n  selector:",
              "Service shop/shop asks for 192.0.2.100, as Gateway shop/front does: reserve another, or share it with the annotation lbipam.cilium.io/sharing-key on both"),
          inManifests(
              PlanRule.CLUSTER_IP_BAND,
              SERVICE,
              "  clusterIP: 10.43.200.7\n" + SERVICE,
              "Service shop/shop has the cluster address 10.43.200.7, which Kubernetes may give to another Service: take one up to 10.43.1.0"),
          inManifests(
              PlanRule.CLUSTER_IP_BAND,
              SERVICE,
              "  clusterIP: 10.45.0.7\n" + SERVICE,
              "Service shop/shop has the cluster address 10.45.0.7, which is not in the Services' range 10.43.0.0/16: take one of its first"),
          inManifests(
              PlanRule.L2_LOCAL_TRAFFIC,
              SERVICE,
              "  type: LoadBalancer\n  loadBalancerIP: 192.0.2.100\n  externalTrafficPolicy: Local\n"
                  + SERVICE,
              "Service shop/shop has externalTrafficPolicy Local, and a machine without its pods may answer for its address in network lan: set Cluster"));

  private PlanOutputMistakes() {}
}

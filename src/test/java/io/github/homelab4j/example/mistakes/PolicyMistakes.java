package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Mistake.inManifests;
import static io.github.homelab4j.example.mistakes.Workshop.inMachine;
import static io.github.homelab4j.example.mistakes.Workshop.more;
import static io.github.homelab4j.example.mistakes.Workshop.with;

import io.github.homelab4j.rule.AccessRule;
import io.github.homelab4j.rule.ImageRule;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.rule.ReliabilityRule;
import java.util.List;

/** Mistakes in rights, images, copies and exposure. */
final class PolicyMistakes {
  private static final String IN_PRESS = "container press of Deployment works/press ";
  private static final String DIGEST =
      "@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b";
  private static final String IMAGE = "ghcr.io/example/press:2.0.1" + DIGEST;
  private static final String TOKEN = "automountServiceAccountToken: false\n      hostNetwork";
  private static final String RULE = "      - configmaps\n    verbs:\n      - list";
  private static final String BUDGET =
      """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: shop
        namespace: shop
      spec:
        minAvailable: 1
        unhealthyPodEvictionPolicy: AlwaysAllow
        selector:
          matchLabels:
            app.kubernetes.io/name: shop
      ---
      """;
  private static final String SPREAD =
      """
            topologySpreadConstraints:
              - maxSkew: 1
                topologyKey: kubernetes.io/hostname
      """;
  private static final String TIDY_POLICY =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: shop-tidy
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app.kubernetes.io/name: shop-tidy
        policyTypes:
          - Ingress
      """;
  private static final String READINESS =
      """
                readinessProbe:
                  httpGet:
                    path: /ready
                    port: http
                resources:
                  requests:
                    cpu: 50m
                    memory: 64Mi
                  limits:
                    memory: 128Mi
      """;

  static final List<Mistake> ALL =
      List.of(
          with(
              AccessRule.RBAC_001,
              TOKEN,
              "hostNetwork",
              "Deployment works/press gets a token for the API, and its account has no role: set automountServiceAccountToken: false"),
          with(
              AccessRule.RBAC_002,
              TOKEN,
              "automountServiceAccountToken: true\n      hostNetwork",
              "Deployment works/press talks to the API with the account of its namespace: name one in serviceAccountName"),
          with(
              AccessRule.RBAC_003,
              "kind: Role\n  name: clerk\nsubjects",
              "kind: ClusterRole\n  name: cluster-admin\nsubjects",
              "RoleBinding works/clerk gives all rights of cluster-admin: bind a role with just the rights that are needed"),
          role(AccessRule.RBAC_004, "configmaps", "\"*\"", "has * in verbs: name them"),
          role(AccessRule.RBAC_005, "secrets", "list", "reads all Secrets: add resourceNames"),
          role(
              AccessRule.RBAC_006,
              "pods/exec",
              "create",
              "allows pods/exec: remove pods/exec and pods/attach"),
          role(AccessRule.RBAC_007, "roles", "escalate", "allows to escalate: remove the verb"),
          with(
              AccessRule.RBAC_008,
              "kind: ServiceAccount\n    name: clerk\n    namespace: works\n",
              "kind: Group\n    name: system:authenticated\n",
              "RoleBinding works/clerk gives role clerk to system:authenticated: bind an account of its own"),
          role(
              AccessRule.RBAC_009,
              "pods",
              "create",
              "allows to create pods: let a controller of Kubernetes make them"),
          with(
              ImageRule.IMG_001,
              IMAGE,
              "ghcr.io/example/press:latest",
              IN_PRESS
                  + "runs ghcr.io/example/press:latest, whose tag is moved on: name a released version"),
          with(
              ImageRule.IMG_002,
              IMAGE,
              "ghcr.io/example/press:2.0.1",
              IN_PRESS
                  + "runs ghcr.io/example/press:2.0.1 without a digest: let Renovate pin digests"),
          with(
              ImageRule.IMG_003,
              IMAGE,
              "registry.example.net/press:2.0.1" + DIGEST,
              IN_PRESS
                  + "runs an image of registry.example.net: take the image of its publisher, or mirror it"),
          with(
              ImageRule.IMG_004,
              "imagePullPolicy: IfNotPresent",
              "imagePullPolicy: Always",
              IN_PRESS
                  + "is pulled at each start, offline or not: set imagePullPolicy: IfNotPresent"),
          with(
              ReliabilityRule.REL_001,
              "              cpu: 50m\n",
              "",
              IN_PRESS + "asks for no CPU: set resources.requests.cpu"),
          with(
              ReliabilityRule.REL_002,
              "              memory: 64Mi\n            limits:\n              memory: 128Mi\n",
              "",
              IN_PRESS + "asks for no memory: set resources.requests.memory"),
          with(
              ReliabilityRule.REL_003,
              "limits:\n              memory: 128Mi",
              "limits: {}",
              IN_PRESS + "has no limit of memory: set resources.limits.memory"),
          with(
              ReliabilityRule.REL_004,
              "limits:\n              memory: 128Mi",
              "limits:\n              cpu: 200m\n              memory: 128Mi",
              IN_PRESS + "has a limit of CPU: leave limits.cpu out: requests share CPU fairly"),
          with(
              ReliabilityRule.REL_005,
              READINESS,
              READINESS.substring(READINESS.indexOf("          resources:")),
              IN_PRESS + "has no readiness probe: add a readinessProbe"),
          with(
              ReliabilityRule.REL_006,
              "livenessProbe:\n            httpGet:\n              path: /alive\n",
              "startupProbe:\n            httpGet:\n              path: /alive\n",
              IN_PRESS + "has no liveness probe: add a livenessProbe"),
          with(
              ReliabilityRule.REL_007,
              "path: /ready",
              "path: /alive",
              IN_PRESS
                  + "is asked the same for liveness and readiness: ask another path, or wait longer before a restart"),
          with(
              ReliabilityRule.REL_008,
              "path: /ready\n              port: http",
              "path: /ready\n              port: 8081",
              IN_PRESS
                  + "has a readinessProbe of port 8081, which it does not declare (it declares 8080): take a port of the container"),
          with(
              ReliabilityRule.REL_009,
              "replicas: 3\n  roles:",
              "replicas: 2\n  roles:",
              "KafkaNodePool works/voters has 2 voters: take 3, or 1 where there is one machine"),
          inManifests(
              ReliabilityRule.REL_010,
              BUDGET,
              "",
              "Deployment shop/shop has 2 copies and no disruption budget: add a PodDisruptionBudget"),
          inManifests(
              ReliabilityRule.REL_011,
              "minAvailable: 1",
              "minAvailable: 2",
              "Deployment shop/shop has 2 copies and disruption budget shop of minAvailable 2, which lets none go: set maxUnavailable: 1 on several copies, and none on a single one"),
          inManifests(
              ReliabilityRule.REL_012,
              "  unhealthyPodEvictionPolicy: AlwaysAllow\n",
              "",
              "PodDisruptionBudget shop/shop sets no unhealthyPodEvictionPolicy: set unhealthyPodEvictionPolicy: AlwaysAllow"),
          inManifests(
              ReliabilityRule.REL_013,
              SPREAD,
              SPREAD.replace("kubernetes.io/hostname", "topology.kubernetes.io/zone"),
              "Deployment shop/shop has 2 copies, which may all be on one machine: add a topologySpreadConstraint over kubernetes.io/hostname"),
          with(
              ReliabilityRule.REL_014,
              "type: Recreate",
              "type: RollingUpdate",
              "Deployment works/press holds press alone, with 1 copies and strategy RollingUpdate: set strategy: Recreate and replicas: 1, or make it a StatefulSet"),
          with(
              ReliabilityRule.REL_015,
              "name: saw\n  namespace: works\nspec:\n",
              "name: saw\n  namespace: works\nspec:\n  replicas: 1\n",
              "HorizontalPodAutoscaler works/saw decides on Deployment saw, which sets replicas itself: leave replicas out, and keep one autoscaler"),
          inMachine(
              ReliabilityRule.REL_016,
              "      priorityClassName: system-node-critical\n",
              "",
              "DaemonSet machine/watcher has no priority class: set priorityClassName, as system-cluster-critical"),
          inManifests(
              ReliabilityRule.REL_017,
              "  startingDeadlineSeconds: 600\n",
              "",
              "CronJob shop/shop-tidy does not set startingDeadlineSeconds: set them"),
          with(
              ReliabilityRule.REL_018,
              "  ttlSecondsAfterFinished: 3600\n",
              "",
              "Job works/inventory stays when it is done: set ttlSecondsAfterFinished"),
          more(
              ReliabilityRule.REL_019,
              """
              apiVersion: v1
              kind: Pod
              metadata:
                name: lonely
                namespace: works
                labels:
                  app.kubernetes.io/name: lonely
              spec:
                automountServiceAccountToken: false
                securityContext:
                  runAsNonRoot: true
                  seccompProfile: {type: RuntimeDefault}
                containers:
                  - name: lonely
                    image: %s
                    livenessProbe: {exec: {command: [/bin/alive]}}
                    resources:
                      requests: {cpu: 10m, memory: 16Mi}
                      limits: {memory: 16Mi}
                    securityContext:
                      allowPrivilegeEscalation: false
                      readOnlyRootFilesystem: true
                      capabilities: {drop: [ALL]}
              """
                  .formatted(IMAGE),
              "Pod works/lonely has no controller: make it a Deployment"),
          with(
              ReliabilityRule.REL_021,
              "emptyDir:\n            sizeLimit: 64Mi",
              "emptyDir: {}",
              "Deployment works/press has an emptyDir without a size: tmp: set sizeLimit"),
          inManifests(
              NetworkRule.NET_001,
              TIDY_POLICY,
              "",
              "CronJob shop/shop-tidy may be reached by every pod: add NetworkPolicies for the namespace"),
          inManifests(
              NetworkRule.NET_001,
              TIDY_POLICY,
              TIDY_POLICY.replace("- Ingress", "- Egress"),
              "CronJob shop/shop-tidy may be reached by every pod: add NetworkPolicies for the namespace"),
          with(
              NetworkRule.NET_005,
              "type: ClusterIP",
              "type: NodePort",
              "Service works/press has a port on each machine: reserve an address in the plan, or put an HTTPRoute before it"),
          more(
              NetworkRule.NET_006,
              """
              apiVersion: networking.k8s.io/v1
              kind: Ingress
              metadata:
                name: twin
                namespace: works
              spec:
                ingressClassName: cilium
                tls: [{secretName: works-tls, hosts: [shop.example.org]}]
                rules:
                  - host: shop.example.org
                    http:
                      paths:
                        - path: /works
                          pathType: Prefix
                          backend: {service: {name: press, port: {name: http}}}
              """,
              "Ingress works/twin takes shop.example.org/works of class cilium, which Ingress works/works has: change one of the two"),
          inManifests(
              NetworkRule.NET_007,
              "hostnames:\n    - shop.example.org",
              "hostnames:\n    - shop.example.net",
              "HTTPRoute shop/shop names host shop.example.net, which is none of example.org: name the host, and attach to an HTTPS listener"),
          with(
              NetworkRule.NET_007,
              "hosts:\n        - shop.example.org",
              "hosts:\n        - stock.example.org",
              "Ingress works/works has no certificate for host shop.example.org: name the host, and attach to an HTTPS listener"),
          with(
              NetworkRule.NET_007,
              "      hosts:\n        - shop.example.org\n",
              "",
              "Ingress works/works has no certificate for host shop.example.org: name the host, and attach to an HTTPS listener"),
          with(
              NetworkRule.NET_008,
              "example.org/owner: works",
              "nginx.ingress.kubernetes.io/server-snippet: return 200;",
              "Ingress works/works has the annotation nginx.ingress.kubernetes.io/server-snippet: take a Gateway and HTTPRoutes"),
          more(
              NetworkRule.NET_008,
              """
              apiVersion: networking.k8s.io/v1
              kind: IngressClass
              metadata: {name: nginx}
              spec: {controller: k8s.io/ingress-nginx}
              ---
              apiVersion: networking.k8s.io/v1
              kind: Ingress
              metadata:
                name: old
                namespace: works
                annotations: {cert-manager.io/cluster-issuer: letsencrypt}
              spec:
                ingressClassName: nginx
                tls: [{secretName: old-tls, hosts: [shop.example.org]}]
                rules:
                  - host: shop.example.org
                    http:
                      paths:
                        - path: /old
                          pathType: Prefix
                          backend: {service: {name: press, port: {name: http}}}
              """,
              "Ingress works/old is of class nginx: take a Gateway and HTTPRoutes"),
          with(
              NetworkRule.NET_010,
              "port: 80\n",
              "port: 22\n",
              "Service works/press exposes port 22: take another port, or leave SSH out"));

  private PolicyMistakes() {}

  private static Mistake role(AccessRule rule, String resource, String verb, String message) {
    return with(
        rule,
        RULE,
        "      - %s\n    verbs:\n      - %s".formatted(resource, verb),
        "Role works/clerk " + message);
  }
}

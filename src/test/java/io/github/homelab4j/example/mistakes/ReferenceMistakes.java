package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Mistake.inManifests;
import static io.github.homelab4j.rule.ReferenceRule.CRD_NOT_PROVIDED;
import static io.github.homelab4j.rule.ReferenceRule.CRD_TWICE;
import static io.github.homelab4j.rule.ReferenceRule.MESH_CLUSTER_UNKNOWN;
import static io.github.homelab4j.rule.ReferenceRule.MESH_NOT_OPEN;
import static io.github.homelab4j.rule.ReferenceRule.MESH_TWIN;
import static io.github.homelab4j.rule.ReferenceRule.NAMESPACE_UNDECLARED;
import static io.github.homelab4j.rule.ReferenceRule.REF_KEY_UNKNOWN;
import static io.github.homelab4j.rule.ReferenceRule.REF_LISTENER_UNKNOWN;
import static io.github.homelab4j.rule.ReferenceRule.REF_NOT_EXPORTED;
import static io.github.homelab4j.rule.ReferenceRule.REF_NOT_GRANTED;
import static io.github.homelab4j.rule.ReferenceRule.REF_OTHER_CLUSTER;
import static io.github.homelab4j.rule.ReferenceRule.REF_PORT_UNKNOWN;
import static io.github.homelab4j.rule.ReferenceRule.REF_SWITCHED_OFF;
import static io.github.homelab4j.rule.ReferenceRule.REF_UNKNOWN;
import static io.github.homelab4j.rule.ReferenceRule.ROUTE_NOT_ALLOWED;
import static io.github.homelab4j.rule.ReferenceRule.SELECTS_NOTHING;
import static io.github.homelab4j.rule.ReferenceRule.STORE_DIFFERS;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Mistakes in what objects name. */
final class ReferenceMistakes {
  private static final String PEERS =
      "{apiVersion: cilium.io/v2, kind: CiliumBGPPeerConfig, metadata: {name: peers}, spec: {families: [{afi: ipv4, safi: unicast, advertisements: {matchLabels: {advertise: all}}}]}}";

  static final List<Mistake> ALL =
      List.of(
          inManifests(
              REF_UNKNOWN,
              "secretKeyRef:\n                  name: shop",
              "secretKeyRef:\n                  name: shopp",
              "Deployment shop/shop names Secret shop/shopp at spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef, which cluster house does not have (it has shop, front-tls): did you mean shop?"),
          inManifests(
              REF_UNKNOWN,
              "urlSecret:\n            name: shop",
              "urlSecret:\n            name: hook",
              "AlertmanagerConfig shop/shop names Secret shop/hook at spec.receivers.0.webhookConfigs.0.urlSecret, which cluster house does not have (it has shop, front-tls): pass a reference of its provider"),
          inManifests(
              REF_UNKNOWN,
              "storageClassName: local-path",
              "storageClassName: lokal",
              "PersistentVolumeClaim shop/shop-cache names StorageClass lokal at spec.storageClassName, which cluster house does not have (it has local-path): pass a reference of its provider"),
          inManifests(
              REF_UNKNOWN,
              "claimName: shop-cache",
              "claimName: shop-cahce",
              "CronJob shop/shop-tidy names PersistentVolumeClaim shop/shop-cahce at spec.jobTemplate.spec.template.spec.volumes[0].persistentVolumeClaim.claimName, which cluster house does not have (it has shop-cache): did you mean shop-cache?"),
          inManifests(
              REF_UNKNOWN,
              "configMapKeyRef:\n                  name: shop",
              "configMapKeyRef:\n                  name: till",
              "Deployment shop/shop names ConfigMap shop/till at spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef, which cluster house does not have (it has links, shop, kube-root-ca.crt): pass a reference of its provider"),
          inManifests(
              REF_UNKNOWN,
              "- name: front\n      sectionName",
              "- name: frnt\n      sectionName",
              "HTTPRoute shop/shop names Gateway shop/frnt at spec.parentRefs, which cluster house does not have (it has front): did you mean front?"),
          inManifests(
              REF_UNKNOWN,
              "gatewayClassName: cilium",
              "gatewayClassName: clium",
              "Gateway shop/front names GatewayClass clium at spec.gatewayClassName, which cluster house does not have (it has cilium): did you mean cilium?"),
          inManifests(
              REF_UNKNOWN,
              "http://shop.shop.svc:80",
              "http://shop.shopp.svc:80",
              "ConfigMap shop/links names Service shopp/shop at catalogue, which cluster house does not have (it has shop/shop, depot/stock, market/market, default/kubernetes, external-secrets/external-secrets-webhook): did you mean shop/shop?"),
          inManifests(
              REF_UNKNOWN,
              "  name: view",
              "  name: viewer",
              "RoleBinding depot/depot-viewer names ClusterRole viewer at roleRef, which cluster house does not have (it has view, edit, admin, cluster-admin): did you mean view?"),
          inManifests(
              REF_UNKNOWN,
              "kind: OCIRepository\n    name: radio",
              "kind: OCIRepository\n    name: radios",
              "HelmRelease shop/radio names OCIRepository shop/radios at spec.chartRef, which cluster house does not have (it has radio): did you mean radio?"),
          inManifests(
              REF_UNKNOWN,
              "- name: upstream-base",
              "- name: upstream-bas",
              "Kustomization shop/upstream-app names Kustomization shop/upstream-bas at spec.dependsOn, which cluster house does not have (it has upstream-base, upstream-app): did you mean upstream-base?"),
          inManifests(
              REF_UNKNOWN,
              "k8s:io.kubernetes.pod.namespace: market",
              "k8s:io.kubernetes.pod.namespace: markt",
              "CiliumNetworkPolicy shop/shop-from-shed names Namespace markt, which cluster shed does not have (it has market, default, flux-system, kube-system): did you mean market?"),
          Workshop.with(
              REF_UNKNOWN,
              "cluster-issuer: letsencrypt",
              "cluster-issuer: letsencript",
              "Ingress works/orders names ClusterIssuer letsencript at annotation cert-manager.io/cluster-issuer, which cluster house does not have (it has letsencrypt): did you mean letsencrypt?"),
          Workshop.with(
              REF_UNKNOWN,
              "cert-manager.io/cluster-issuer: letsencrypt",
              "example.org/cluster-issuer: letsencrypt",
              "Ingress works/orders names Secret works/orders-tls at spec.tls[0].secretName, which cluster house does not have (it has works-tls): pass a reference of its provider"),
          Workshop.with(
              REF_UNKNOWN,
              "ingressClassName: cilium",
              "ingressClassName: clium",
              "Ingress works/works names IngressClass clium at spec.ingressClassName, which cluster house does not have (it has cilium): did you mean cilium?"),
          Workshop.with(
              REF_KEY_UNKNOWN,
              "secretKey: tls.key",
              "secretKey: key",
              "Ingress works/works names key tls.key of Secret works/works-tls at spec.tls[0].secretName, which has tls.crt, key: name one of them"),
          inManifests(
              REF_KEY_UNKNOWN,
              "key: password",
              "key: pasword",
              "Deployment shop/shop names key pasword of Secret shop/shop at spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef, which has password: did you mean password?"),
          inManifests(
              REF_KEY_UNKNOWN,
              "key: greeting",
              "key: greetings",
              "Deployment shop/shop names key greetings of ConfigMap shop/shop at spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef, which has greeting: did you mean greeting?"),
          inManifests(
              REF_KEY_UNKNOWN,
              "secretKey: tls.key",
              "secretKey: key",
              "Gateway shop/front names key tls.key of Secret shop/front-tls at listener https, which has tls.crt, key: name one of them"),
          inManifests(
              REF_PORT_UNKNOWN,
              "- name: shop\n          port: 80",
              "- name: shop\n          port: 81",
              "HTTPRoute shop/shop names port 81 of Service shop/shop at spec.rules.backendRefs, which has 80, http: did you mean 80?"),
          inManifests(
              REF_PORT_UNKNOWN,
              "endpoints:\n    - port: http",
              "endpoints:\n    - port: metrics",
              "ServiceMonitor shop/shop names port metrics of the Services that it selects, which have http, 80: name one of them"),
          inManifests(
              REF_PORT_UNKNOWN,
              "targetPort: http",
              "targetPort: htpp",
              "Service shop/shop names port htpp of the pods that it selects, which have http, 8080: did you mean http?"),
          inManifests(
              REF_PORT_UNKNOWN,
              "http://shop.shop.svc:80",
              "http://shop.shop.svc:8080",
              "ConfigMap shop/links names port 8080 of Service shop/shop at catalogue, which has 80, http: did you mean 80?"),
          inManifests(
              REF_LISTENER_UNKNOWN,
              "sectionName: https",
              "sectionName: http",
              "HTTPRoute shop/shop names listener http of Gateway shop/front at spec.parentRefs, which has https, stock: did you mean https?"),
          inManifests(
              REF_NOT_GRANTED,
              "kind: HTTPRoute\n      namespace: shop",
              "kind: HTTPRoute\n      namespace: depot",
              "HTTPRoute shop/stock names Service depot/stock at spec.rules.backendRefs, and namespace depot grants that to no HTTPRoute of shop: add a ReferenceGrant there, or move one of the two"),
          inManifests(
              ROUTE_NOT_ALLOWED,
              "    - name: https\n      hostname",
              "    - name: https\n      allowedRoutes:\n        namespaces:\n          from: Selector\n          selector:\n            matchLabels:\n              kubernetes.io/metadata.name: depot\n      hostname",
              "HTTPRoute shop/shop attaches to listener https of Gateway shop/front, which takes no routes of namespace shop: set allowedRoutes.namespaces of the listener, or move the route to shop"),
          inManifests(
              SELECTS_NOTHING,
              "  selector:\n    app.kubernetes.io/name: shop\n",
              "  selector:\n    app.kubernetes.io/name: shopp\n",
              "Service shop/shop selects pods with app.kubernetes.io/name=shopp at spec.selector, of which there are none (there are app.kubernetes.io/name=shop, app.kubernetes.io/name=shop-tidy): take the labels of what is meant, or add the fact that its chart creates it"),
          inManifests(
              SELECTS_NOTHING,
              "k8s:app.kubernetes.io/name: market",
              "k8s:app.kubernetes.io/name: markt",
              "CiliumNetworkPolicy shop/shop-from-shed selects pods with app.kubernetes.io/name=markt at its peers, of which there are none (there are app.kubernetes.io/name=market): take the labels of what is meant, or add the fact that its chart creates it"),
          new Mistake(
              SELECTS_NOTHING,
              "house/guest",
              "new Manifests(sound.house, \"guest\", \"guest\", PEERS)",
              "CiliumBGPPeerConfig peers selects advertisements with advertise=all at spec.families, of which there are none (there are none): take the labels of what is meant, or add the fact that its chart creates it",
              () -> {
                var sound = new SoundHome();
                new Manifests(sound.house, "guest", "guest", PEERS);
                return sound;
              }),
          inManifests(
              NAMESPACE_UNDECLARED,
              "  name: links\n  namespace: shop\n",
              "  name: links\n",
              "ConfigMap links states no namespace, and Flux refuses what has none: state it"),
          inManifests(
              NAMESPACE_UNDECLARED,
              "  name: links\n  namespace: shop",
              "  name: links\n  namespace: shopp",
              "ConfigMap shopp/links is in namespace shopp, in which nothing of cluster house runs (there is shop, depot, market, default, flux-system, kube-system and 2 more): did you mean shop?"),
          inManifests(
              MESH_TWIN,
              "  name: market\n  namespace: market",
              "  name: markets\n  namespace: market",
              "Service market/markets has no pods of its own, and no other cluster of the mesh has a Service of that name and namespace (they have market, stall): correct its name, or export the Service there"),
          inManifests(
              MESH_TWIN,
              "port: 8090",
              "port: 8091",
              "Service market/market has port 8091 (http), and its twin in another cluster has 8090, http: keep numbers and names alike"),
          inManifests(
              MESH_CLUSTER_UNKNOWN,
              "k8s:io.cilium.k8s.policy.cluster: shed",
              "k8s:io.cilium.k8s.policy.cluster: shet",
              "CiliumNetworkPolicy shop/shop-from-shed names cluster shet, which is not in the mesh (it has shed, house): did you mean shed?"),
          inManifests(
              CRD_NOT_PROVIDED,
              "apiVersion: monitoring.coreos.com/v1",
              "apiVersion: monitoring.coreos.org/v1",
              "ServiceMonitor shop/shop needs the definitions of monitoring.coreos.org, which no component of cluster house installs (they install monitoring.coreos.com, external-secrets.io, cilium.io, gateway.networking.k8s.io, generators.external-secrets.io): compose the one that does"),
          new Mistake(
              CRD_TWICE,
              "house/again",
              "house, \"again\"",
              "the definitions of monitoring.coreos.com are installed by prometheus-operator-crds and again: keep one",
              () ->
                  new SoundHome()
                      .and(
                          house ->
                              new PrometheusOperatorCrds(
                                  house, "again", PrometheusOperatorCrdsProps.builder().build()))),
          new Mistake(
              STORE_DIFFERS,
              "shed/vault",
              "sound.shed, \"vault\"",
              "ClusterSecretStore vault reads {\"vault\":{\"server\":\"https://vault.example.org:8200\",\"path\":\"shed\",\"version\":\"v2\"}}, and the one of cluster house reads {\"vault\":{\"server\":\"https://vault.example.org:8200\",\"path\":\"kv\",\"version\":\"v2\"}}: let both read the same vault, or name them differently",
              otherVault()),
          new Mistake(
              REF_UNKNOWN,
              "house/guest",
              "need.apply(sound)",
              "it names StorageClass fast at needs[0], which cluster house does not have (it has local-path): pass a reference of its provider",
              guest(sound -> StorageClassRef.providedBy(sound.house.shop, "fast"))),
          new Mistake(
              REF_SWITCHED_OFF,
              "house/guest",
              "need.apply(sound)",
              "needs[0] is item till of secret store spare of house/spare, which is switched off: switch it on, or switch guest off too",
              guest(
                  sound ->
                      new VaultStore(
                              sound.house,
                              "spare",
                              VaultStoreProps.builder()
                                  .server(URI.create(SoundPlan.VAULT))
                                  .enabled(false)
                                  .build())
                          .item("till"))),
          new Mistake(
              REF_UNKNOWN,
              "house/guest",
              "need.apply(sound)",
              "it names IngressClass inside at needs[0], which cluster house does not have (it has none): pass a reference of its provider",
              guest(
                  sound ->
                      new IngressRef(
                          "inside",
                          new IssuerRef("letsencrypt", Provider.external("by hand")),
                          Ip.of("192.0.2.100"),
                          Provider.of(sound.house.shop)))),
          new Mistake(
              REF_OTHER_CLUSTER,
              "house/guest",
              "need.apply(sound)",
              "needs[0] is storage class far of cluster shed, which other clusters cannot use: take one of cluster house",
              guest(sound -> StorageClassRef.providedBy(sound.shed.market, "far"))),
          new Mistake(
              REF_NOT_EXPORTED,
              "house/guest",
              "need.apply(sound)",
              "needs[0] is service market/market:8090 of cluster shed, which does not export it: add it to the record that its stack exports",
              guest(sound -> ServiceRef.providedBy(sound.shed.market, "market", 8090, Map.of()))),
          new Mistake(
              MESH_NOT_OPEN,
              "house/guest",
              "ServiceRef.providedBy(market, \"stall\"",
              "needs[0] is service market/stall:8092 of cluster shed, where no policy lets pods of cluster house through to it: give the reference the labels of its pods",
              guest(sound -> sound.shed.stall(Map.of()))));

  private ReferenceMistakes() {}

  // A component in the house that needs something.
  private static Supplier<Homelab> guest(Function<SoundHome, Ref> need) {
    return () -> {
      var sound = new SoundHome();
      new Manifests(
          sound.house,
          "guest",
          "guest",
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: guest, namespace: guest}}",
          need.apply(sound));
      return sound;
    };
  }

  private static Supplier<Homelab> otherVault() {
    return () -> {
      var sound = new SoundHome();
      var server = URI.create(SoundPlan.VAULT);
      var secrets =
          new ExternalSecrets(
              sound.shed,
              "external-secrets",
              ExternalSecretsProps.builder().metrics(false).build());
      secrets.exempt(NetworkRule.NET_001, "the shed has policies for the market only");
      new VaultStore(
          sound.shed, "vault", VaultStoreProps.builder().server(server).engine("shed").build());
      return sound;
    };
  }
}

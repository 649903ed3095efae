package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Map;

/**
 * No API version that the cluster's Kubernetes does not serve any more or will stop to serve, nor
 * one that the definitions of common operators have left behind.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/deprecation-guide/">Deprecated API
 *     migration guide</a>
 */
final class ApiVersions implements Check {
  // By API version, or API version and kind: the minor version of Kubernetes from which on it
  // should not be used any more, and what replaces it. Custom resources: from any.
  private static final Map<String, Old> OLD =
      Map.ofEntries(
          Map.entry("extensions/v1beta1", new Old(16, "apps/v1 or networking.k8s.io/v1")),
          Map.entry("apps/v1beta1", new Old(16, "apps/v1")),
          Map.entry("apps/v1beta2", new Old(16, "apps/v1")),
          Map.entry("admissionregistration.k8s.io/v1beta1", old(19)),
          Map.entry("apiextensions.k8s.io/v1beta1", old(16)),
          Map.entry("apiregistration.k8s.io/v1beta1", old(19)),
          Map.entry("authentication.k8s.io/v1beta1", old(19)),
          Map.entry("authorization.k8s.io/v1beta1", old(19)),
          Map.entry("autoscaling/v2beta1", new Old(23, "autoscaling/v2")),
          Map.entry("autoscaling/v2beta2", new Old(23, "autoscaling/v2")),
          Map.entry("batch/v1beta1", new Old(21, "batch/v1")),
          Map.entry("batch/v2alpha1", new Old(21, "batch/v1")),
          Map.entry("certificates.k8s.io/v1beta1", old(19)),
          Map.entry("coordination.k8s.io/v1beta1", old(19)),
          Map.entry("discovery.k8s.io/v1beta1", old(21)),
          Map.entry("events.k8s.io/v1beta1", old(19)),
          Map.entry("flowcontrol.apiserver.k8s.io/v1beta1", old(23)),
          Map.entry("flowcontrol.apiserver.k8s.io/v1beta2", old(26)),
          Map.entry("flowcontrol.apiserver.k8s.io/v1beta3", old(29)),
          Map.entry("networking.k8s.io/v1beta1 Ingress", old(19)),
          Map.entry("networking.k8s.io/v1beta1 IngressClass", old(19)),
          Map.entry("node.k8s.io/v1beta1", old(22)),
          Map.entry("policy/v1beta1", new Old(21, "policy/v1, or Pod Security for a PSP")),
          Map.entry("rbac.authorization.k8s.io/v1beta1", old(17)),
          Map.entry("rbac.authorization.k8s.io/v1alpha1", old(17)),
          Map.entry("scheduling.k8s.io/v1beta1", old(14)),
          Map.entry("storage.k8s.io/v1beta1 CSIDriver", old(19)),
          Map.entry("storage.k8s.io/v1beta1 CSINode", old(17)),
          Map.entry("storage.k8s.io/v1beta1 StorageClass", old(19)),
          Map.entry("storage.k8s.io/v1beta1 CSIStorageCapacity", old(24)),
          Map.entry("v1 Endpoints", new Old(33, "discovery.k8s.io/v1 EndpointSlice")),
          Map.entry("external-secrets.io/v1beta1", old(0)),
          Map.entry("snapshot.storage.k8s.io/v1beta1", old(0)),
          Map.entry("gateway.networking.k8s.io/v1alpha2", old(0)),
          Map.entry("cilium.io/v2alpha1 CiliumLoadBalancerIPPool", new Old(0, "cilium.io/v2")),
          Map.entry("cilium.io/v2alpha1 CiliumBGPAdvertisement", new Old(0, "cilium.io/v2")),
          Map.entry("cilium.io/v2alpha1 CiliumBGPClusterConfig", new Old(0, "cilium.io/v2")),
          Map.entry("cilium.io/v2alpha1 CiliumBGPPeerConfig", new Old(0, "cilium.io/v2")));

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.API_VERSION_OLD);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var version = cluster.model().cluster().plan().kubernetesVersion().text();
      var minor = Integer.parseInt(version.replaceFirst("^v", "").split("\\.")[1]);
      for (var subject : cluster.objects()) {
        var object = subject.emitted();
        var old = find(object);
        report.judge(
            ObjectRule.API_VERSION_OLD,
            subject,
            object.apiVersion() + " " + object.kind(),
            old == null || old.since > minor,
            () ->
                "%s has API version %s, which is not for Kubernetes %s any more: use %s"
                    .formatted(
                        object.describe(),
                        object.apiVersion(),
                        version,
                        old.successor.isEmpty() ? object.group() + "/v1" : old.successor));
      }
    }
  }

  private static Old find(Emitted object) {
    var exact = OLD.get(object.apiVersion() + " " + object.kind());
    return exact == null ? OLD.get(object.apiVersion()) : exact;
  }

  private static Old old(int since) {
    return new Old(since, "");
  }

  private record Old(int since, String successor) {}
}

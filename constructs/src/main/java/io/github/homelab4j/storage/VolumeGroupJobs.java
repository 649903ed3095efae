package io.github.homelab4j.storage;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/**
 * Jobs that make a volume group on the disks of a node, once, and leave one that is there alone.
 *
 * @param component the component that needs the group
 * @param namespace its namespace
 * @param group the name of the group
 * @param image an image with LVM
 */
record VolumeGroupJobs(String component, String namespace, String group, ImageRef image) {
  Job on(String node, List<String> disks) {
    // Without --yes, LVM refuses a disk on which it finds something else.
    var script = "vgs %s || vgcreate %s %s".formatted(group, group, String.join(" ", disks));
    var name = "%s-volume-group-%s".formatted(component, node);
    return new JobBuilder()
        // It does no harm twice, so a changed one may take the place of the old one.
        .withMetadata(Meta.annotated(name, namespace, Map.of("kustomize.toolkit.fluxcd.io/force", "enabled")))
        .withNewSpec()
        .withBackoffLimit(6)
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app.kubernetes.io/name", component + "-volume-group")
        .endMetadata()
        .withNewSpec()
        .withAutomountServiceAccountToken(false)
        .withRestartPolicy("OnFailure")
        .addToNodeSelector("kubernetes.io/hostname", node)
        .addNewToleration()
        .withOperator("Exists")
        .endToleration()
        .addNewContainer()
        .withName("vgcreate")
        .withImage(image.text())
        .withCommand("/bin/sh", "-c", script)
        .withNewSecurityContext()
        .withPrivileged(true)
        .withRunAsUser(0L)
        .endSecurityContext()
        .withResources(Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(128)).model())
        .addNewVolumeMount()
        .withName("dev")
        .withMountPath("/dev")
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName("dev")
        .withNewHostPath()
        .withPath("/dev")
        .withType("Directory")
        .endHostPath()
        .endVolume()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }
}

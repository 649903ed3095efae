package io.github.homelab4j.stacks.k3spi;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.hosts.Ansible;
import io.github.homelab4j.hosts.AnsibleProps;
import io.github.homelab4j.hosts.Bind9;
import io.github.homelab4j.hosts.Bind9Props;
import io.github.homelab4j.hosts.CloudInit;
import io.github.homelab4j.hosts.CloudInitProps;
import io.github.homelab4j.hosts.Firewall;
import io.github.homelab4j.hosts.FirewallProps;
import io.github.homelab4j.hosts.HAProxy;
import io.github.homelab4j.hosts.HAProxyProps;
import io.github.homelab4j.hosts.IscsiInitiator;
import io.github.homelab4j.hosts.IscsiInitiatorProps;
import io.github.homelab4j.hosts.IscsiTarget;
import io.github.homelab4j.hosts.IscsiTargetProps;
import io.github.homelab4j.hosts.K3s;
import io.github.homelab4j.hosts.K3sProps;
import io.github.homelab4j.hosts.LvmVolumes;
import io.github.homelab4j.hosts.LvmVolumesProps;
import io.github.homelab4j.hosts.Minio;
import io.github.homelab4j.hosts.MinioProps;
import io.github.homelab4j.hosts.NodeExporterHost;
import io.github.homelab4j.hosts.NodeExporterHostProps;
import io.github.homelab4j.hosts.OpenWrt;
import io.github.homelab4j.hosts.OpenWrtProps;
import io.github.homelab4j.hosts.Restic;
import io.github.homelab4j.hosts.ResticProps;
import io.github.homelab4j.hosts.SshClient;
import io.github.homelab4j.hosts.SshClientProps;
import io.github.homelab4j.hosts.VaultServer;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Quantity;

/**
 * What runs on the machines themselves, on the server beside them and on the gateway.
 *
 * @param lvm the volumes of node1's disk
 * @param iscsiTarget what lends them out
 * @param iscsiInitiator what mounts them
 * @param bind9 names
 * @param minio buckets of backups
 * @param k3s Kubernetes
 * @param exporter metrics of node1
 */
record Machines(
    LvmVolumes lvm,
    IscsiTarget iscsiTarget,
    IscsiInitiator iscsiInitiator,
    Bind9 bind9,
    Minio minio,
    K3s k3s,
    NodeExporterHost exporter) {
  // The root file system of node1 is too small for what backups take.
  private static final LvmVolumesProps.Volume BACKUPS =
      new LvmVolumesProps.Volume("minio", Quantity.of("60G")).mountedAt("/srv/minio");

  /** Composes them, in the order in which they start. */
  static Machines of(Cluster cluster, K3sPiPlan plan, VaultServer vault) {
    var self = plan.cluster();
    var node1 = plan.node1();
    var node2 = self.nodes().get(0);
    var node3 = self.nodes().get(1);

    // Disks.
    var lvm =
        new LvmVolumes(
            cluster,
            "lvm",
            LvmVolumesProps.builder()
                .host(node1)
                .device(plan.diskOfNode1())
                .size(Quantity.of("170G"))
                .addVolumes(
                    new LvmVolumesProps.Volume("lun1", Quantity.of("100G")),
                    new LvmVolumesProps.Volume("lun2", Quantity.of("100G")),
                    BACKUPS)
                .build());
    var target =
        new IscsiTarget(
            cluster,
            "iscsi-target",
            IscsiTargetProps.builder()
                .host(node1)
                .iqn("iqn.2025-01.com.jacobgade")
                .addLuns(
                    new IscsiTargetProps.Lun(1, lvm.volume("lun1"), node2),
                    new IscsiTargetProps.Lun(2, lvm.volume("lun2"), node3))
                .build());
    var initiator =
        new IscsiInitiator(
            cluster,
            "iscsi-initiator",
            IscsiInitiatorProps.builder().addLuns(target.lun(node2), target.lun(node3)).build());

    // Names, secrets, backups.
    var bind9 =
        new Bind9(
            cluster,
            "bind9",
            Bind9Props.builder()
                .host(node1)
                .homelab(plan)
                .addAllForwarders(plan.publicResolvers())
                .build());
    var minio =
        new Minio(
            cluster,
            "minio",
            MinioProps.builder()
                .host(node1)
                .architecture(K3s.Architecture.ARM64)
                .mount(lvm.mount(BACKUPS.name()))
                .data("/srv/minio/data")
                .console(node1.service("minio-console"))
                .root(vault.item("minio/root"))
                .addBuckets(
                    new MinioProps.Bucket("restic-backups", vault.item("minio/restic")),
                    new MinioProps.Bucket("k3s-velero", vault.item("minio/velero")),
                    new MinioProps.Bucket("longhorn-backups", vault.item("minio/longhorn")))
                .build());

    // Kubernetes.
    var k3s =
        new K3s(
            cluster,
            "k3s",
            K3sProps.builder()
                .plan(self)
                .architecture(K3s.Architecture.ARM64)
                .token(vault.item("k3s").key("token"))
                .dns(bind9.resolver())
                .addApiAddresses(node1.address())
                .addMounts(initiator.mount())
                .build());

    var haproxy =
        new HAProxy(
            cluster,
            "haproxy",
            HAProxyProps.builder()
                .host(node1)
                .addFrontends(
                    HAProxyProps.Frontend.tcp(
                        node1.service("kube-api"), HAProxyProps.Server.of(k3s.api())),
                    HAProxyProps.Frontend.http(
                        node1.service("s3-proxy"),
                        "/minio/health/live",
                        HAProxyProps.Server.of(minio.service())))
                .build());
    var exporter =
        new NodeExporterHost(
            cluster, "node1-exporter", NodeExporterHostProps.builder().host(node1).build());
    var firewall =
        new Firewall(
            cluster,
            "node1-firewall",
            FirewallProps.builder()
                .host(node1)
                .addRules(
                    new FirewallProps.Rule(
                        node1.services().stream().map(HostService::name).toList(),
                        plan.lan().ranges()))
                .build());
    var restic =
        new Restic(
            cluster,
            "restic",
            ResticProps.builder()
                .addSources(
                    // MinIO keeps the copies themselves there.
                    ResticProps.Source.of(node1, "/etc", "/home", "/var"), node(node2), node(node3))
                .bucket(minio.bucket("restic-backups"))
                .password(vault.item("restic").key("password"))
                .build());

    // The gateway, and the owner's own machine.
    new OpenWrt(
        cluster,
        "openwrt",
        OpenWrtProps.builder()
            .host(plan.gateway())
            .homelab(plan)
            .lan(plan.lan())
            .wan(plan.external())
            .resolver(bind9.resolver())
            .addAllForwarders(plan.publicResolvers())
            .addOpen(plan.gateway().service("ssh"))
            .build());
    var cloudInit =
        new CloudInit(
            cluster,
            "cloud-init",
            CloudInitProps.builder()
                .addMachines(node1, node2, node3)
                .network(plan.lan())
                .addSearchDomains(plan.machineDomain().orElseThrow().name())
                .addAllSshKeys(plan.sshKeys())
                .addAllFurtherDns(plan.publicResolvers())
                .timeZone(plan.timeZone().getId())
                .addPackages("nfs-common")
                .raspberryPi(true)
                .build());
    var ssh =
        new SshClient(
            cluster,
            "ssh",
            SshClientProps.builder()
                .jump(plan.gateway())
                .addMachines(node1, node2, node3)
                .addTunnels(k3s.api(), vault.service(), minio.service())
                .build());
    new Ansible(
        cluster,
        "ansible",
        AnsibleProps.builder()
            .ssh(ssh)
            .addPlaybooks(
                AnsibleProps.Playbook.of(
                    "external-setup",
                    "What runs on node1, and its backup.",
                    lvm,
                    target,
                    bind9,
                    vault,
                    minio,
                    haproxy,
                    exporter,
                    firewall,
                    restic),
                AnsibleProps.Playbook.of("nodes-setup", "The disks of the nodes.", initiator),
                AnsibleProps.Playbook.of(
                        "k3s-install",
                        "Kubernetes. Then kubectl reaches it with KUBECONFIG=~/.kube/%s.yaml, while `ssh -F ssh/config -N tunnels` runs."
                            .formatted(self.name()),
                        k3s)
                    .then(k3s.fetchKubeconfig(ssh)),
                AnsibleProps.Playbook.of(
                        "k3s-bootstrap", "The network, cluster DNS, and Flux, which does the rest.")
                    .then(
                        "kubectl wait --for=create --timeout=15m node/"
                            + node2.name()
                            + " node/"
                            + node3.name(),
                        "cd ../../../bootstrap && just tools prerequisites definitions core takeover"))
            .build());
    return new Machines(lvm, target, initiator, bind9, minio, k3s, exporter);
  }

  // Images and what containers write are pulled and made again.
  private static ResticProps.Source node(NodePlan node) {
    return ResticProps.Source.of(node, "/etc", "/var/lib/rancher")
        .without("/var/lib/rancher/k3s/agent/containerd");
  }
}

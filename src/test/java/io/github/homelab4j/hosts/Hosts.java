package io.github.homelab4j.hosts;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import io.github.homelab4j.unit.Version;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;

/** Machines of an example, with all that a component outside Kubernetes can be told. */
final class Hosts {
  static final HostPlan BOX =
      HostPlan.builder()
          .name("box")
          .purpose("disks and names")
          .addAddresses(Ip.of("10.9.0.11"))
          .addServices(
              HostService.udp("dns", 53, "names"),
              HostService.tcp("s3", 9091, "copies"),
              HostService.tcp("iscsi", 3260, "disks"),
              HostService.tcp("node-exporter", 9100, "metrics"),
              HostService.tcp("ssh", 22, "administration"))
          .build();
  static final Network LAN =
      Network.builder()
          .name("lan")
          .addRanges(Cidr.of("10.9.0.0/24"))
          .addGateways(Ip.of("10.9.0.1"))
          .addDns(BOX.address())
          .build();
  static final NodePlan PI_1 = NodePlan.controlPlane("pi-1", "10.9.0.12");
  static final NodePlan PI_2 = NodePlan.worker("pi-2", "10.9.0.13");
  static final ClusterPlan CLUSTER =
      ClusterPlan.builder()
          .name("pi")
          .purpose("Two machines.")
          .kubernetesVersion(Version.of("1.35.0"))
          .nodeNetwork(LAN)
          .addNodes(PI_1, PI_2)
          .pods(Cidr.of("10.42.0.0/16"))
          .services(Cidr.of("10.43.0.0/16"))
          .apiEndpoint(PI_1.address())
          .build();

  private static final SecretStoreRef STORE =
      new SecretStoreRef("vault", Provider.external("the owner"));

  private final App app = new App();
  private final LvmVolumes volumes =
      new LvmVolumes(
          app,
          "lvm",
          LvmVolumesProps.builder()
              .host(BOX)
              .device("/dev/disk/by-id/nvme-box-part3")
              .size(Quantity.of("170G"))
              .addVolumes(
                  new LvmVolumesProps.Volume("lun1", Quantity.of("100G")),
                  new LvmVolumesProps.Volume("lun2", Quantity.of("100G")))
              .build());
  private final IscsiTarget target =
      new IscsiTarget(
          app,
          "iscsi-target",
          IscsiTargetProps.builder()
              .host(BOX)
              .iqn("iqn.2025-01.org.example")
              .addLuns(
                  new IscsiTargetProps.Lun(1, volumes.volume("lun1"), PI_1),
                  new IscsiTargetProps.Lun(2, volumes.volume("lun2"), PI_2))
              .build());
  private final IscsiInitiator initiator =
      new IscsiInitiator(
          app,
          "iscsi-initiator",
          IscsiInitiatorProps.builder().addLuns(target.lun(PI_1), target.lun(PI_2)).build());
  private final K3s k3s =
      new K3s(
          app,
          "k3s",
          K3sProps.builder()
              .plan(CLUSTER)
              .architecture(K3s.Architecture.ARM64)
              .token(STORE.item("k3s").key("token"))
              .dns(HostServiceRef.of(BOX, "dns", Loss.DEGRADES))
              .addApiAddresses(BOX.address())
              .addApiNames(Hostname.of("api.example.org"))
              .addMounts(initiator.mount())
              .addMarks(
                  new K3sProps.Marks(
                      PI_2,
                      Map.of("example.org/disk", "slow"),
                      List.of("role=batch:PreferNoSchedule")))
              .putMirror("docker.io", List.of("http://10.9.0.11:5000"))
              .build());
  private final NfsServer nfs =
      new NfsServer(
          app,
          "nfs",
          NfsServerProps.builder()
              .host(BOX)
              .addExports(
                  new NfsServerProps.Export("/tank/media", List.of(Cidr.of("10.9.0.0/24")), true))
              .build());
  private final CloudInit cloudInit =
      new CloudInit(
          app,
          "cloud-init",
          CloudInitProps.builder()
              .addMachines(PI_1, PI_2)
              .network(LAN)
              .addSearchDomains("example.org")
              .addSshKeys("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample owner@example.org")
              .addPackages("nfs-common")
              .addFurtherDns(Ip.of("9.9.9.9"))
              .raspberryPi(true)
              .build());
  private final Restic restic =
      new Restic(
          app,
          "restic",
          ResticProps.builder()
              .addSources(
                  ResticProps.Source.of(BOX, "/etc", "/home", "/var").without("/var/lib/minio"),
                  ResticProps.Source.of(PI_1, "/etc", "/var/lib/rancher"))
              .bucket(
                  new BucketRef(
                      new ObjectStoreRef("http://10.9.0.11:9091", "us-east-1", STORE.item("minio")),
                      "restic-backups"))
              .password(STORE.item("restic").key("password"))
              .build());
  private final NodeExporterHost exporter =
      new NodeExporterHost(app, "node-exporter", NodeExporterHostProps.builder().host(BOX).build());
  private final Firewall firewall =
      new Firewall(
          app,
          "firewall",
          FirewallProps.builder()
              .host(BOX)
              .addRules(
                  new FirewallProps.Rule(
                      List.of("dns", "ssh"), List.of(Cidr.of("10.9.0.0/24"), Cidr.of("fd00::/64"))),
                  new FirewallProps.Rule(
                      List.of("iscsi"), List.of(Cidr.of("10.9.0.12/32"), Cidr.of("10.9.0.13/32"))))
              .build());
  private final SshClient ssh =
      new SshClient(
          app,
          "ssh",
          SshClientProps.builder()
              .jump(
                  HostPlan.builder()
                      .name("router")
                      .purpose("gateway")
                      .addAddresses(Ip.of("192.168.9.21"))
                      .build())
              .addMachines(BOX, PI_1, PI_2)
              .addTunnels(k3s.api(), HostServiceRef.of(BOX, "s3", Loss.DEGRADES))
              .build());
  private final Ansible ansible =
      new Ansible(
          app,
          "ansible",
          AnsibleProps.builder()
              .ssh(ssh)
              .addPlaybooks(
                  AnsibleProps.Playbook.of(
                      "external-setup",
                      "What runs beside the cluster.",
                      volumes,
                      target,
                      nfs,
                      exporter,
                      firewall,
                      restic),
                  AnsibleProps.Playbook.of("nodes-setup", "Disks of the nodes.", initiator),
                  AnsibleProps.Playbook.of("k3s-install", "Kubernetes.", k3s),
                  AnsibleProps.Playbook.of("k3s-bootstrap", "What Flux needs.").then("just all"))
              .build());

  /** All of them. */
  List<HostComponent> all() {
    return List.of(
        volumes, target, initiator, k3s, nfs, cloudInit, restic, exporter, firewall, ssh, ansible);
  }

  /** What is in a file of theirs. */
  String text(String output) {
    return file(output).text();
  }

  /** A file of a kind, of theirs. */
  String text(FileKind kind) {
    return all().stream()
        .flatMap(component -> component.files().stream())
        .filter(file -> file.kind() == kind)
        .map(HostFile::text)
        .findFirst()
        .orElseThrow();
  }

  private HostFile file(String output) {
    return all().stream()
        .flatMap(component -> component.files().stream())
        .filter(file -> file.output().equals(output))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the example has no file " + output));
  }
}

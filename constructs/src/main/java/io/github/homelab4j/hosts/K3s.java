package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostSecrets;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.MountRef;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * K3s: Kubernetes of the machines of a cluster, with etcd inside and without the parts that Flux
 * brings: network, name server, load balancer, ingress, metrics, local storage.
 *
 * <p>Provides {@link #api}. Its version is a line of {@code versions.yaml}, of the same minor
 * version of Kubernetes as the plan's.
 */
@ComponentInfo(
    name = "k3s",
    domain = Domain.HOSTS,
    upstream = "https://docs.k3s.io",
    foundation = Foundation.KUBERNETES)
public final class K3s extends HostComponent {
  /** Processors, as K3s' releases name them. */
  public enum Architecture {
    /** 64-bit ARM, as in a Raspberry Pi. */
    ARM64("k3s-arm64", "sha256sum-arm64.txt"),
    /** 64-bit Intel and AMD. */
    AMD64("k3s", "sha256sum-amd64.txt");

    private final String program;
    private final String checksums;

    Architecture(String program, String checksums) {
      this.program = program;
      this.checksums = checksums;
    }
  }

  private static final String PROGRAM = "/usr/local/bin/k3s";

  private final K3sProps props;

  /** Stores its settings. */
  public K3s(Construct scope, String id, K3sProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The Kubernetes API of the first server. */
  public HostServiceRef api() {
    return HostServiceRef.providedBy(
        this,
        server(),
        HostService.tcp("kube-api", props.plan().apiPort().number(), "Kubernetes API"),
        Loss.STOPS);
  }

  /**
   * A command that fetches its administrator's kubeconfig as {@code ~/.kube/<cluster>.yaml}, for a
   * playbook. It says {@code 127.0.0.1}: a tunnel leads there.
   */
  public String fetchKubeconfig(SshClient ssh) {
    var file = "~/.kube/%s.yaml".formatted(props.plan().name());
    return "umask 077 && mkdir -p ~/.kube && ssh -F ../%s %s cat /%sk3s.yaml > %s.new && mv %s.new %s"
        .formatted(ssh.file(), server().name(), K3sConfig.FOLDER, file, file, file);
  }

  private NodePlan server() {
    return machines().stream().filter(NodePlan::controlPlane).findFirst().orElseThrow();
  }

  @Override
  public List<NodePlan> machines() {
    return props.plan().nodes();
  }

  @Override
  public HostSetup setup(Machine machine) {
    var pin = versions().manifests("k3s");
    var release = "%s/releases/download/%s/".formatted(pin.url(), pin.tag().replace("+", "%2B"));
    var architecture = props.architecture();
    return HostSetup.NOTHING
        .withDownloads(
            new HostSetup.Download(
                release + architecture.program, release + architecture.checksums, PROGRAM))
        .withUnits(unit((NodePlan) machine));
  }

  @Override
  protected void define(HostFiles out) {
    fitsThePlan();
    for (var node : machines()) {
      out.add(
          node,
          K3sConfig.FOLDER + "config.yaml",
          FileKind.K3S_CONFIG,
          YamlText.of(K3sConfig.of(props, node)));
      out.addTemplate(
          node,
          K3sConfig.TOKEN,
          FileKind.SECRET,
          HostSecrets.placeholder(props.token()),
          List.of(props.token()));
      props
          .dns()
          .ifPresent(
              dns ->
                  out.add(
                      node,
                      K3sConfig.RESOLV_CONF,
                      FileKind.RESOLV_CONF,
                      K3sConfig.resolvConf(dns)));
      if (!props.mirrors().isEmpty()) {
        out.add(
            node,
            K3sConfig.FOLDER + "registries.yaml",
            FileKind.K3S_REGISTRIES,
            YamlText.of(registries()));
      }
      out.add(node, "etc/systemd/system/" + unit(node), FileKind.SYSTEMD_UNIT, unitText(node));
    }
  }

  private void fitsThePlan() {
    var version = Version.of(versions().manifests("k3s").tag());
    if (version.minor() != props.plan().kubernetesVersion().minor()) {
      throw new InvalidPropsException(
          "K3s %s is another Kubernetes than %s of cluster %s: change the line k3s of versions.yaml, or the plan"
              .formatted(version, props.plan().kubernetesVersion(), props.plan().name()));
    }
  }

  private Registries registries() {
    var mirrors = new TreeMap<String, Mirror>();
    props.mirrors().forEach((registry, endpoints) -> mirrors.put(registry, new Mirror(endpoints)));
    return new Registries(mirrors);
  }

  private static String unit(NodePlan node) {
    return node.controlPlane() ? "k3s.service" : "k3s-agent.service";
  }

  // A file system that comes late is waited for: with a requirement, K3s would never be started.
  // Pods outlive a restart of K3s: KillMode and Delegate leave their processes alone.
  private String unitText(NodePlan node) {
    var mounts = props.mounts().stream().map(MountRef::unit).collect(Collectors.joining(" "));
    return """
        [Unit]
        Description=K3s %s
        Documentation=https://docs.k3s.io
        Wants=network-online.target
        After=network-online.target%s

        [Service]
        Type=%s
        Delegate=yes
        KillMode=process
        LimitNOFILE=1048576
        LimitNPROC=infinity
        LimitCORE=infinity
        TasksMax=infinity
        TimeoutStartSec=0
        Restart=always
        RestartSec=5s
        ExecStartPre=-/sbin/modprobe br_netfilter
        ExecStartPre=-/sbin/modprobe overlay
        %sExecStart=%s %s

        [Install]
        WantedBy=multi-user.target
        """
        .formatted(
            node.controlPlane() ? "server" : "agent",
            mounts.isEmpty() ? "" : " " + mounts,
            node.controlPlane() ? "notify" : "exec",
            props.mounts().stream()
                .map(mount -> "ExecStartPre=/bin/mountpoint -q %s\n".formatted(mount.path()))
                .collect(Collectors.joining()),
            PROGRAM,
            node.controlPlane() ? "server" : "agent");
  }

  record Registries(Map<String, Mirror> mirrors) {}

  record Mirror(List<String> endpoint) {}
}

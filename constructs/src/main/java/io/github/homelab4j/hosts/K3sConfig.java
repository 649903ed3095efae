package io.github.homelab4j.hosts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code config.yaml} of a machine, spelled like K3s' flags.
 *
 * @see <a href="https://docs.k3s.io/cli/server">k3s server</a>
 * @see <a href="https://docs.k3s.io/cli/agent">k3s agent</a>
 */
record K3sConfig(
    @JsonProperty("node-name") String nodeName,
    @JsonProperty("node-ip") String nodeIp,
    Optional<String> server,
    @JsonProperty("token-file") String tokenFile,
    @JsonProperty("cluster-init") Optional<Boolean> clusterInit,
    @JsonProperty("tls-san") List<String> tlsSan,
    @JsonProperty("cluster-cidr") Optional<String> clusterCidr,
    @JsonProperty("service-cidr") Optional<String> serviceCidr,
    @JsonProperty("cluster-dns") Optional<String> clusterDns,
    @JsonProperty("flannel-backend") Optional<String> flannelBackend,
    @JsonProperty("disable-network-policy") Optional<Boolean> disableNetworkPolicy,
    @JsonProperty("disable-kube-proxy") Optional<Boolean> disableKubeProxy,
    @JsonProperty("disable-helm-controller") Optional<Boolean> disableHelmController,
    List<String> disable,
    @JsonProperty("secrets-encryption") Optional<Boolean> secretsEncryption,
    @JsonProperty("write-kubeconfig-mode") Optional<String> writeKubeconfigMode,
    @JsonProperty("etcd-snapshot-schedule-cron") Optional<String> etcdSnapshotScheduleCron,
    @JsonProperty("etcd-snapshot-retention") Optional<Integer> etcdSnapshotRetention,
    @JsonProperty("resolv-conf") Optional<String> resolvConf,
    @JsonProperty("kubelet-arg") List<String> kubeletArg,
    @JsonProperty("node-label") List<String> nodeLabel,
    @JsonProperty("node-taint") List<String> nodeTaint) {
  static final String FOLDER = "etc/rancher/k3s/";
  static final String TOKEN = FOLDER + "token";
  static final String RESOLV_CONF = FOLDER + "resolv.conf";
  // What Flux installs instead, in versions of its own.
  private static final List<String> REPLACED =
      List.of("coredns", "local-storage", "metrics-server", "servicelb", "traefik");

  static K3sConfig of(K3sProps props, NodePlan node) {
    var servers = props.plan().nodes().stream().filter(NodePlan::controlPlane).toList();
    var first = node.equals(servers.get(0));
    var config = new Of(props, node.controlPlane());
    return new K3sConfig(
        node.name(),
        text(node.addresses(), Ip::text),
        first
            ? Optional.empty()
            : Optional.of(
                "https://%s:%s".formatted(servers.get(0).address(), props.plan().apiPort())),
        "/" + TOKEN,
        config.only(first ? Optional.of(true) : Optional.empty()),
        node.controlPlane() ? names(props, servers) : List.of(),
        config.only(Optional.of(text(props.plan().podRanges(), Cidr::text))),
        config.only(Optional.of(text(props.plan().serviceRanges(), Cidr::text))),
        config.only(Optional.of(props.plan().dnsAddress().text())),
        config.only(Optional.of("none")),
        config.on(),
        config.on(),
        config.on(),
        node.controlPlane() ? REPLACED : List.of(),
        config.on(),
        config.only(Optional.of("0600")),
        config.only(Optional.of(props.snapshots().text())),
        config.only(Optional.of(props.keptSnapshots())),
        props.dns().map(server -> "/" + RESOLV_CONF),
        List.of("system-reserved=memory=" + props.reservedMemory()),
        marks(props, node)
            .flatMap(marks -> new TreeMap<>(marks.labels()).entrySet().stream())
            .map(label -> label.getKey() + "=" + label.getValue())
            .toList(),
        marks(props, node).flatMap(marks -> marks.taints().stream()).toList());
  }

  /** What machines ask that do not ask the cluster's name server. */
  static String resolvConf(HostServiceRef dns) {
    return "nameserver %s\n".formatted(dns.address());
  }

  private record Of(K3sProps props, boolean server) {
    <T> Optional<T> only(Optional<T> value) {
      return server ? value : Optional.empty();
    }

    Optional<Boolean> on() {
      return only(Optional.of(true));
    }
  }

  private static List<String> names(K3sProps props, List<NodePlan> servers) {
    return Stream.of(
            Stream.of(props.plan().apiEndpoint().text()),
            servers.stream().flatMap(node -> Stream.of(node.address().text(), node.name())),
            props.apiAddresses().stream().map(Ip::text),
            props.apiNames().stream().map(name -> name.name()))
        .flatMap(all -> all)
        .distinct()
        .toList();
  }

  private static Stream<K3sProps.Marks> marks(K3sProps props, NodePlan node) {
    return props.marks().stream().filter(marks -> marks.node().equals(node));
  }

  private static <T> String text(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining(","));
  }
}

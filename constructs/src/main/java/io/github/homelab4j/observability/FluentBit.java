package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.kube.Compute;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Fluent Bit: reads the logs of all containers on every node and ships them to VictoriaLogs, which
 * may be in another cluster.
 *
 * <p>A log line is stored as it was written, with the name of its cluster, namespace, pod and
 * container. What the store does not take waits on the node's disk and is sent later; the position
 * in each file survives a restart. Needs a namespace that allows host access.
 */
@ComponentInfo(
    name = "fluent-bit",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.fluentbit.io/manual/",
    namespace = "observability-agents",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "monitoring.coreos.com")
public final class FluentBit extends HelmComponent {
  private static final String STATE = "/var/lib/fluent-bit";

  private final FluentBitProps props;

  /** Stores its settings. */
  public FluentBit(Construct scope, String id, FluentBitProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            id(),
            targetNamespace(),
            "port http 2020",
            "fluent/helm-charts@5b81bf7a5a5d9f7c3513810efdef47cdb4e28239:charts/fluent-bit/templates/service.yaml"));
  }

  @Override
  protected Values values() {
    return new Values(
        id(),
        new Enabled(false),
        new SecurityContext(false, true, new Capabilities(List.of("ALL"))),
        new Enabled(props.metrics()),
        new Enabled(props.metrics()),
        props.resources(),
        List.of(new TolerationBuilder().withOperator("Exists").build()),
        "system-node-critical",
        new Config(service(), inputs(), filters(), outputs()),
        List.of(
            hostPath("varlog", "/var/log", "Directory"),
            hostPath("state", STATE, "DirectoryOrCreate")),
        List.of(
            new VolumeMountBuilder()
                .withName("varlog")
                .withMountPath("/var/log")
                .withReadOnly(true)
                .build(),
            new VolumeMountBuilder().withName("state").withMountPath(STATE).build()));
  }

  private static String service() {
    return section(
        "SERVICE",
        List.of(
            entry("Daemon", "Off"),
            entry("Flush", "1"),
            entry("Log_Level", "info"),
            entry("Parsers_File", "/fluent-bit/etc/parsers.conf"),
            entry("HTTP_Server", "On"),
            entry("HTTP_Listen", "0.0.0.0"),
            entry("HTTP_Port", "2020"),
            entry("Health_Check", "On"),
            entry("storage.path", STATE + "/storage"),
            entry("storage.max_chunks_up", "64"),
            entry("storage.backlog.mem_limit", "16M")));
  }

  private String inputs() {
    return section(
        "INPUT",
        List.of(
            entry("Name", "tail"),
            entry("Path", "/var/log/containers/*.log"),
            // Its own complaints about the store would otherwise feed themselves.
            entry(
                "Exclude_Path",
                "/var/log/containers/%s-*_%s_*.log".formatted(id(), targetNamespace())),
            entry("multiline.parser", "cri"),
            entry("Tag", "kube.*"),
            entry("DB", STATE + "/tail.db"),
            entry("Read_from_Head", "On"),
            entry("Skip_Long_Lines", "On"),
            entry("Buffer_Max_Size", "256k"),
            entry("storage.type", "filesystem")));
  }

  private String filters() {
    // The line stays as it is: merged JSON would give each application's field names to the store,
    // with a different type each time.
    var kubernetes =
        section(
            "FILTER",
            List.of(
                entry("Name", "kubernetes"),
                entry("Match", "kube.*"),
                entry("Merge_Log", "Off"),
                entry("Keep_Log", "On"),
                entry("Labels", "On"),
                entry("Annotations", "Off"),
                entry("K8S-Logging.Parser", "Off"),
                entry("K8S-Logging.Exclude", "On"),
                entry("Buffer_Size", "0")));
    var named =
        section(
            "FILTER",
            List.of(
                entry("Name", "record_modifier"),
                entry("Match", "*"),
                entry("Record", "cluster " + cluster().map(Cluster::id).orElse("default"))));
    return kubernetes + "\n" + named;
  }

  private String outputs() {
    return section(
        "OUTPUT",
        List.of(
            entry("Name", "http"),
            entry("Match", "*"),
            entry("Host", props.logs().host()),
            entry("Port", props.logs().port().toString()),
            entry(
                "URI",
                "/insert/jsonline?_msg_field=log&_time_field=date"
                    + "&_stream_fields=cluster,kubernetes.namespace_name,kubernetes.pod_name,kubernetes.container_name,stream"),
            entry("Format", "json_lines"),
            entry("Json_date_key", "date"),
            entry("Json_date_format", "iso8601"),
            entry("Header", "AccountID 0"),
            entry("Header", "ProjectID 0"),
            entry("Compress", "gzip"),
            entry("Retry_Limit", "no_limits"),
            entry(
                "storage.total_limit_size",
                props.buffer().amount().toBigInteger().divide(BigInteger.valueOf(1L << 20))
                    + "M")));
  }

  // Fluent Bit's own form: a heading, then one indented line per key.
  private static String section(String name, List<Map.Entry<String, String>> entries) {
    var text = new StringBuilder("[").append(name).append("]\n");
    entries.forEach(
        entry ->
            text.append("    ")
                .append(entry.getKey())
                .append(' ')
                .append(entry.getValue())
                .append('\n'));
    return text.toString();
  }

  private static Map.Entry<String, String> entry(String key, String value) {
    return Map.entry(key, value);
  }

  private static Volume hostPath(String name, String path, String type) {
    return new VolumeBuilder()
        .withName(name)
        .withNewHostPath()
        .withPath(path)
        .withType(type)
        .endHostPath()
        .build();
  }

  record Values(
      String fullnameOverride,
      Enabled testFramework,
      SecurityContext securityContext,
      Enabled serviceMonitor,
      Enabled dashboards,
      Compute resources,
      List<Toleration> tolerations,
      String priorityClassName,
      Config config,
      List<Volume> daemonSetVolumes,
      List<VolumeMount> daemonSetVolumeMounts) {}

  record Enabled(boolean enabled) {}

  // It runs as root, whose the log files are; it needs nothing else that root may do.
  record SecurityContext(
      boolean allowPrivilegeEscalation,
      boolean readOnlyRootFilesystem,
      Capabilities capabilities) {}

  record Capabilities(List<String> drop) {}

  record Config(String service, String inputs, String filters, String outputs) {}
}

package io.github.homelab4j.observability;

import java.math.BigInteger;

/** The configuration of {@link FluentBit}, in its own form. */
record FluentBitConfig(String service, String inputs, String filters, String outputs) {
  /** The folder on the node with what waits, and how far each file was read. */
  static final String STATE = "/var/lib/fluent-bit";

  private static final BigInteger MEBIBYTE = BigInteger.valueOf(1L << 20);

  static FluentBitConfig of(String id, String namespace, String cluster, FluentBitProps props) {
    return new FluentBitConfig(engine(), inputs(id, namespace), filters(cluster), outputs(props));
  }

  private static String engine() {
    return """
    [SERVICE]
        Daemon Off
        Flush 1
        Log_Level info
        Parsers_File /fluent-bit/etc/parsers.conf
        HTTP_Server On
        HTTP_Listen 0.0.0.0
        HTTP_Port 2020
        Health_Check On
        storage.path %s/storage
        storage.max_chunks_up 64
        storage.backlog.mem_limit 16M
    """
        .formatted(STATE);
  }

  // Its own complaints about the store would feed themselves: its own log is left out.
  private static String inputs(String id, String namespace) {
    return """
    [INPUT]
        Name tail
        Path /var/log/containers/*.log
        Exclude_Path /var/log/containers/%s-*_%s_*.log
        multiline.parser cri
        Tag kube.*
        DB %s/tail.db
        Read_from_Head On
        Skip_Long_Lines On
        Buffer_Max_Size 256k
        storage.type filesystem
    """
        .formatted(id, namespace, STATE);
  }

  // The line stays as it is: merged JSON would give each application's field names to the store,
  // with a different type each time.
  private static String filters(String cluster) {
    return """
    [FILTER]
        Name kubernetes
        Match kube.*
        Merge_Log Off
        Keep_Log On
        Labels On
        Annotations Off
        K8S-Logging.Parser Off
        K8S-Logging.Exclude On
        Buffer_Size 0

    [FILTER]
        Name record_modifier
        Match *
        Record cluster %s
    """
        .formatted(cluster);
  }

  private static String outputs(FluentBitProps props) {
    return """
    [OUTPUT]
        Name http
        Match *
        Host %s
        Port %s
        URI /insert/jsonline?_msg_field=log&_time_field=date&_stream_fields=%s
        Format json_lines
        Json_date_key date
        Json_date_format iso8601
        Header AccountID 0
        Header ProjectID 0
        Compress gzip
        Retry_Limit no_limits
        storage.total_limit_size %sM
    """
        .formatted(
            props.logs().host(),
            props.logs().port(),
            "cluster,kubernetes.namespace_name,kubernetes.pod_name,kubernetes.container_name,stream",
            props.buffer().amount().toBigInteger().divide(MEBIBYTE));
  }
}

package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.ZoneOffset;

/**
 * The configuration of {@link Fluentd}, in its own form, as the files that its chart names: each of
 * them takes the place of the chart's own, which read a node's files and write to Elasticsearch.
 *
 * @see <a href="https://docs.fluentd.org/input/syslog">syslog</a>, <a
 *     href="https://docs.fluentd.org/input/forward">forward</a>, <a
 *     href="https://grafana.com/docs/loki/latest/send-data/fluentd/">Loki</a>
 */
record FluentdConfig(
    @JsonProperty("01_sources.conf") String sources,
    @JsonProperty("02_filters.conf") String filters,
    @JsonProperty("03_dispatch.conf") String dispatch,
    @JsonProperty("04_outputs.conf") String outputs) {
  static final int SYSLOG = 5140;
  static final int FORWARD = 24224;
  static final int METRICS = 24231;
  // Where its chart mounts the volume.
  private static final String BUFFER = "/var/log/fluent/loki";
  private static final BigInteger MEBIBYTE = BigInteger.valueOf(1L << 20);

  static FluentdConfig of(FluentdProps props) {
    return new FluentdConfig(inputs(zone(props)), named(), counted(), toLoki(props));
  }

  private static String inputs(String zone) {
    return syslog("udp", zone)
        + syslog("tcp", zone)
        + """
        <source>
          @type forward
          @id forward
          port %s
          add_tag_prefix forward
        </source>
        <source>
          @type prometheus
          bind 0.0.0.0
          port %s
          metrics_path /metrics
        </source>
        <source>
          @type prometheus_output_monitor
        </source>
        """
            .formatted(FORWARD, METRICS);
  }

  // Both of its forms are told apart; what is neither is kept as it came.
  private static String syslog(String transport, String zone) {
    return """
    <source>
      @type syslog
      @id syslog_%s
      port %s
      tag syslog
      severity_key severity
      emit_unmatched_lines true
      message_length_limit 8k
      <transport %s>
      </transport>
      <parse>
        @type syslog
        message_format auto
        timezone %s
      </parse>
    </source>
    """
        .formatted(transport, SYSLOG, transport, zone);
  }

  // The first part of a tag is the source: syslog.<facility>.<severity>, forward.<the sender's>.
  private static String named() {
    return """
    <filter **>
      @type record_transformer
      <record>
        input ${tag_parts[0]}
        tag ${tag_suffix[1]}
      </record>
    </filter>
    """;
  }

  // The name is the one that the chart's dashboard shows.
  private static String counted() {
    return """
    <filter **>
      @type prometheus
      <metric>
        name fluentd_input_status_num_records_total
        type counter
        desc The records that came in
        <labels>
          tag ${tag}
          hostname ${hostname}
        </labels>
      </metric>
    </filter>
    """;
  }

  // What machines may say by the thousand stays out of the labels, each combination of which is a
  // stream.
  private static String toLoki(FluentdProps props) {
    var limit = props.size().amount().toBigInteger().divide(MEBIBYTE).longValue() / 10 * 9;
    return """
    <match **>
      @type loki
      @id loki
      url %s
      extra_labels {"job":"fluentd"}
      line_format key_value
      <label>
        host
        ident
        input
        severity
      </label>
      <buffer>
        @type file
        path %s
        chunk_limit_size 1m
        total_limit_size %sm
        overflow_action drop_oldest_chunk
        flush_interval 5s
        retry_max_interval 1m
        retry_forever true
      </buffer>
    </match>
    """
        .formatted(props.logs().http(), BUFFER, limit);
  }

  private static String zone(FluentdProps props) {
    return props.timeZone().normalized() instanceof ZoneOffset offset
        ? offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId()
        : props.timeZone().getId();
  }
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.AlertsRef;
import io.github.homelab4j.core.MetricsRef;
import io.github.homelab4j.core.ServiceRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A data source of {@link Grafana}, in the form of its provisioning files. */
record GrafanaDatasource(
    String name,
    String uid,
    String type,
    String access,
    String url,
    boolean isDefault,
    Optional<Options> jsonData) {

  static List<GrafanaDatasource> of(GrafanaProps props) {
    var sources = new ArrayList<GrafanaDatasource>();
    sources.add(metrics(props.metricsSource(), props.scrapeInterval()));
    props
        .logs()
        .ifPresent(
            logs ->
                sources.add(plain("VictoriaLogs", "victorialogs", GrafanaIni.LOGS_PLUGIN, logs)));
    props.loki().ifPresent(logs -> sources.add(plain("Loki", "loki", "loki", logs)));
    props.alertmanager().ifPresent(alerts -> sources.add(alertmanager(alerts)));
    props.tempo().ifPresent(traces -> sources.add(plain("Tempo", "tempo", "tempo", traces)));
    props.jaeger().ifPresent(traces -> sources.add(plain("Jaeger", "jaeger", "jaeger", traces)));
    return sources;
  }

  /** By what dashboards name the source of metrics. */
  static String uid(MetricsRef source) {
    return source.name().toLowerCase(Locale.ROOT);
  }

  private static GrafanaDatasource metrics(MetricsRef source, Duration interval) {
    var options = new Options(Optional.of(interval), Optional.of("POST"), Optional.empty());
    return new GrafanaDatasource(
        source.name(),
        uid(source),
        "prometheus",
        "proxy",
        source.http(),
        true,
        Optional.of(options));
  }

  private static GrafanaDatasource alertmanager(AlertsRef source) {
    var options = new Options(Optional.empty(), Optional.empty(), Optional.of("prometheus"));
    return new GrafanaDatasource(
        "Alertmanager",
        "alertmanager",
        "alertmanager",
        "proxy",
        source.http(),
        false,
        Optional.of(options));
  }

  private static GrafanaDatasource plain(String name, String uid, String type, ServiceRef service) {
    return new GrafanaDatasource(name, uid, type, "proxy", service.http(), false, Optional.empty());
  }

  // The interval is what Grafana's $__rate_interval is made of.
  record Options(
      Optional<Duration> timeInterval,
      Optional<String> httpMethod,
      Optional<String> implementation) {}
}

package io.github.homelab4j.check.reference;

import static io.github.homelab4j.check.reference.Row.ref;
import static io.github.homelab4j.check.reference.Row.text;
import static java.util.Map.entry;

import io.github.homelab4j.graph.Emitted;
import java.util.List;
import java.util.Map;

/** Fields of custom resources that name something in words of their own, by kind. */
final class CustomResourceReferences {
  private static final String SECRET = "Secret";
  private static final String CONFIG_MAP = "ConfigMap";
  private static final String LOGIN = "username";
  private static final String PASSWORD = "password";

  private static final Map<String, List<Row>> ROWS =
      Map.ofEntries(
          // CloudNativePG and its Barman plugin.
          entry(
              "postgresql.cnpg.io/Cluster",
              List.of(
                  ref("spec/managed/roles/*/passwordSecret", SECRET).having(LOGIN, PASSWORD),
                  ref("spec/superuserSecret", SECRET).having(LOGIN, PASSWORD),
                  ref("spec/bootstrap/*/secret", SECRET).having(LOGIN, PASSWORD),
                  text("spec/certificates/serverTLSSecret", SECRET),
                  text("spec/certificates/serverCASecret", SECRET),
                  text("spec/certificates/clientCASecret", SECRET),
                  text("spec/certificates/replicationTLSSecret", SECRET),
                  ref("spec/externalClusters/*/password", SECRET),
                  ref("spec/externalClusters/*/sslCert", SECRET),
                  ref("spec/externalClusters/*/sslKey", SECRET),
                  ref("spec/externalClusters/*/sslRootCert", SECRET),
                  ref("spec/monitoring/customQueriesSecret/*", SECRET),
                  ref("spec/monitoring/customQueriesConfigMap/*", CONFIG_MAP),
                  text("spec/plugins/*/parameters/barmanObjectName", "ObjectStore"),
                  text(
                      "spec/externalClusters/*/plugin/parameters/barmanObjectName",
                      "ObjectStore"))),
          entry(
              "postgresql.cnpg.io/Pooler",
              List.of(
                  ref("spec/cluster", "Cluster"), ref("spec/pgbouncer/authQuerySecret", SECRET))),
          entry("postgresql.cnpg.io/Database", List.of(ref("spec/cluster", "Cluster"))),
          entry("postgresql.cnpg.io/ScheduledBackup", List.of(ref("spec/cluster", "Cluster"))),
          entry("postgresql.cnpg.io/Backup", List.of(ref("spec/cluster", "Cluster"))),
          entry(
              "barmancloud.cnpg.io/ObjectStore",
              List.of(
                  ref("spec/configuration/s3Credentials/*", SECRET),
                  ref("spec/configuration/endpointCA", SECRET))),
          entry(
              "dragonflydb.io/Dragonfly",
              List.of(
                  ref("spec/authentication/passwordFromSecret", SECRET),
                  ref("spec/authentication/clientCaCertSecret", SECRET))),
          // Strimzi.
          entry(
              "kafka.strimzi.io/Kafka",
              List.of(
                  ref("spec/kafka/listeners/*/configuration/brokerCertChainAndKey", SECRET)
                      .named("secretName")
                      .keyed("certificate"))),
          entry(
              "kafka.strimzi.io/KafkaConnect",
              List.of(
                  ref("spec/tls/trustedCertificates/*", SECRET)
                      .named("secretName")
                      .keyed("certificate"),
                  ref("spec/authentication/certificateAndKey", SECRET)
                      .named("secretName")
                      .keyed("certificate"),
                  ref("spec/authentication/certificateAndKey", SECRET).named("secretName"),
                  ref("spec/authentication/passwordSecret", SECRET)
                      .named("secretName")
                      .keyed(PASSWORD))),
          entry("kafka.strimzi.io/KafkaNodePool", List.of(labelled("Kafka"))),
          entry("kafka.strimzi.io/KafkaTopic", List.of(labelled("Kafka"))),
          entry("kafka.strimzi.io/KafkaUser", List.of(labelled("Kafka"))),
          entry("kafka.strimzi.io/KafkaConnector", List.of(labelled("KafkaConnect"))),
          // Keycloak.
          entry(
              "k8s.keycloak.org/Keycloak",
              List.of(
                  ref("spec/db/usernameSecret", SECRET),
                  ref("spec/db/passwordSecret", SECRET),
                  text("spec/http/tlsSecret", SECRET).having("tls.crt", "tls.key"),
                  text("spec/bootstrapAdmin/user/secret", SECRET).having(LOGIN, PASSWORD),
                  text("spec/bootstrapAdmin/service/secret", SECRET)
                      .having("client-id", "client-secret"),
                  ref("spec/truststores/*/secret", SECRET))),
          entry(
              "k8s.keycloak.org/KeycloakRealmImport",
              List.of(
                  text("spec/keycloakCRName", "Keycloak"),
                  ref("spec/placeholders/*/secret", SECRET))),
          // Ceph.
          entry(
              "ceph.rook.io/CephBlockPool",
              List.of(text("spec/mirroring/peers/secretNames/*", SECRET))),
          entry(
              "ceph.rook.io/CephFilesystem",
              List.of(text("spec/mirroring/peers/secretNames/*", SECRET))),
          entry(
              "cilium.io/CiliumBGPClusterConfig",
              List.of(
                  ref("spec/bgpInstances/*/peers/*/peerConfigRef", "CiliumBGPPeerConfig")
                      .keyed(""))),
          // VictoriaMetrics and the Prometheus operator: who asks whom with which login.
          entry("operator.victoriametrics.com/VMAgent", clients("spec/remoteWrite/*")),
          entry(
              "operator.victoriametrics.com/VMAlertmanager",
              List.of(text("spec/configSecret", SECRET))),
          entry(
              "operator.victoriametrics.com/VMAlertmanagerConfig",
              List.of(
                  ref("spec/receivers/*/slack_configs/*/api_url", SECRET),
                  ref("spec/receivers/*/telegram_configs/*/bot_token", SECRET),
                  ref("spec/receivers/*/webhook_configs/*/url_secret", SECRET),
                  ref("spec/receivers/*/email_configs/*/auth_password", SECRET),
                  ref("spec/receivers/*/pagerduty_configs/*/routing_key", SECRET))),
          entry("operator.victoriametrics.com/VMServiceScrape", clients("spec/endpoints/*")),
          entry("operator.victoriametrics.com/VMPodScrape", clients("spec/podMetricsEndpoints/*")),
          entry(
              "monitoring.coreos.com/AlertmanagerConfig",
              List.of(
                  ref("spec/receivers/*/slackConfigs/*/apiURL", SECRET),
                  ref("spec/receivers/*/telegramConfigs/*/botToken", SECRET),
                  ref("spec/receivers/*/webhookConfigs/*/urlSecret", SECRET),
                  ref("spec/receivers/*/emailConfigs/*/authPassword", SECRET),
                  ref("spec/receivers/*/pagerdutyConfigs/*/routingKey", SECRET))),
          entry(
              "monitoring.coreos.com/Prometheus",
              List.of(ref("spec/alerting/alertmanagers/*", "Service").keyed(""))),
          entry("monitoring.coreos.com/Alertmanager", List.of(text("spec/configSecret", SECRET))),
          entry("monitoring.coreos.com/ScrapeConfig", clients("spec")),
          entry("monitoring.coreos.com/ServiceMonitor", clients("spec/endpoints/*")),
          entry("monitoring.coreos.com/PodMonitor", clients("spec/podMetricsEndpoints/*")));

  private CustomResourceReferences() {}

  /** Takes what the object names. */
  static void find(Emitted object, Needs out) {
    for (var row : ROWS.getOrDefault(object.group() + "/" + object.kind(), List.of())) {
      row.find(object.tree(), object.namespace(), out);
    }
  }

  // Strimzi's resources belong to a cluster by a label.
  private static Row labelled(String kind) {
    return text("metadata/labels/strimzi.io~cluster", kind);
  }

  private static List<Row> clients(String at) {
    return List.of(
        ref(at + "/basicAuth/username", SECRET),
        ref(at + "/basicAuth/password", SECRET),
        ref(at + "/bearerTokenSecret", SECRET),
        ref(at + "/authorization/credentials", SECRET),
        ref(at + "/tlsConfig/ca/secret", SECRET),
        ref(at + "/tlsConfig/ca/configMap", CONFIG_MAP),
        ref(at + "/tlsConfig/cert/secret", SECRET),
        ref(at + "/tlsConfig/keySecret", SECRET));
  }
}

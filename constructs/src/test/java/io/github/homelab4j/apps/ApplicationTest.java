package io.github.homelab4j.apps;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.ingress.IngressNginx;
import io.github.homelab4j.ingress.IngressNginxProps;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Quantity;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ApplicationTest {
  private static final Provider TEST = Provider.external("a test");
  private static final StorageClassRef DISK = StorageClassRef.external("local-path");
  private static final StorageClassRef LONGHORN = new StorageClassRef("longhorn", true, TEST);
  private static final NodePlan NODE3 = NodePlan.worker("node3", "10.0.0.13");
  private static final Hostname HOST = Hostname.of("my-app.example.org");
  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";

  private final ApplicationProps.Builder props =
      ApplicationProps.builder()
          .namespace(NamespaceRef.of("my-app"))
          .image(ImageRef.of("ghcr.io/example/my-app:1.4.2"))
          .resources(Compute.of(Quantity.millis(50), Quantity.mi(128)));

  private Application app() {
    return new Application(new App(), "my-app", props.build());
  }

  @Test
  void a_program_with_a_volume_runs_once_and_stops_before_its_successor_starts() {
    props.addVolumes(AppVolume.claim("my-data-1", "/data", LONGHORN, Quantity.gi(10)));
    assertThat(app())
        .resource("PersistentVolumeClaim", "my-data-1")
        .has("/metadata/namespace", "my-app")
        .has("/spec/accessModes/0", "ReadWriteOnce")
        .has("/spec/storageClassName", "longhorn")
        .has("/spec/resources/requests/storage", "10Gi");
    assertThat(app())
        .resource("Deployment", "my-app")
        .has("/spec/replicas", 1)
        .has("/spec/strategy/type", "Recreate")
        .has(POD + "/volumes/0/persistentVolumeClaim/claimName", "my-data-1")
        .has(CONTAINER + "/volumeMounts/0/mountPath", "/data")
        .has(POD + "/securityContext/fsGroup", 2000);
  }

  @Test
  void copies_share_a_volume_of_a_class_that_can_be_shared() {
    props.replicas(2).addVolumes(AppVolume.shared("my-data-3", "/data", LONGHORN, Quantity.gi(20)));
    assertThat(app())
        .resource("PersistentVolumeClaim", "my-data-3")
        .has("/spec/accessModes/0", "ReadWriteMany")
        .has("/spec/resources/requests/storage", "20Gi");
    assertThat(app())
        .resource("Deployment", "my-app")
        .hasNo("/spec/strategy")
        .has(POD + "/topologySpreadConstraints/0/topologyKey", "kubernetes.io/hostname");
    assertThat(app())
        .resource("PodDisruptionBudget", "my-app")
        .has("/spec/maxUnavailable", 1)
        .has("/spec/selector/matchLabels/app.kubernetes.io~1instance", "my-app");
  }

  @Test
  void its_metrics_are_read_at_its_port() {
    props
        .addPorts(AppPort.http(8080))
        .metrics(AppMetrics.at("/metrics").every(Duration.ofSeconds(30)));
    assertThat(app())
        .resource("Service", "my-app")
        .has("/spec/ports/0/port", 8080)
        .has("/spec/ports/0/targetPort", "http")
        .has("/metadata/labels/app.kubernetes.io~1instance", "my-app");
    assertThat(app())
        .resource("ServiceMonitor", "my-app")
        .has("/spec/selector/matchLabels/app.kubernetes.io~1instance", "my-app")
        .has("/spec/endpoints/0/port", "http")
        .has("/spec/endpoints/0/path", "/metrics")
        .has("/spec/endpoints/0/interval", "30s");
    assertThat(app().service().hostPort()).isEqualTo("my-app.my-app.svc.cluster.local:8080");
  }

  @Test
  void runs_on_the_machines_that_it_is_given() {
    props.where(AppNodes.only(NODE3));
    var terms = "/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0";
    assertThat(app())
        .resource("Deployment", "my-app")
        .at(POD + "/affinity/nodeAffinity")
        .has(terms + "/matchExpressions/0/key", "kubernetes.io/hostname")
        .has(terms + "/matchExpressions/0/values/0", "node3")
        .hasNo("/preferredDuringSchedulingIgnoredDuringExecution");
  }

  @Test
  void runs_elsewhere_when_the_machines_that_it_prefers_are_gone() {
    props.where(AppNodes.preferably(NODE3));
    var term = "/preferredDuringSchedulingIgnoredDuringExecution/0/preference";
    assertThat(app())
        .resource("Deployment", "my-app")
        .at(POD + "/affinity/nodeAffinity")
        .has(term + "/matchExpressions/0/values/0", "node3")
        .hasNo("/requiredDuringSchedulingIgnoredDuringExecution");
  }

  @Test
  void rejects_a_machine_of_another_cluster() {
    var cluster = new Home(new App());
    props.where(AppNodes.only(NodePlan.worker("node4", "10.0.0.14")));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(new Application(cluster, "my-app", props.build())::objects)
        .withMessage(
            "it shall run on node4, which is no machine of its cluster (it has node2, node3): take one of them");
  }

  @Test
  void is_confined_unless_it_is_told_otherwise() {
    assertThat(app())
        .resource("Deployment", "my-app")
        .has(POD + "/automountServiceAccountToken", false)
        .has(POD + "/securityContext/runAsNonRoot", true)
        .has(POD + "/securityContext/seccompProfile/type", "RuntimeDefault")
        .hasNo(POD + "/securityContext/runAsUser")
        .has(CONTAINER + "/securityContext/readOnlyRootFilesystem", true)
        .has(CONTAINER + "/securityContext/allowPrivilegeEscalation", false)
        .has(CONTAINER + "/securityContext/capabilities/drop/0", "ALL")
        .has(CONTAINER + "/resources/limits/memory", "128Mi");
    props.user(1000L).writableRoot(true);
    assertThat(app())
        .resource("Deployment", "my-app")
        .has(POD + "/securityContext/runAsUser", 1000)
        .hasNo(CONTAINER + "/securityContext/readOnlyRootFilesystem");
  }

  @Test
  void is_entered_through_an_ingress_whose_controller_alone_is_let_in() {
    var cluster = new Home(new App());
    var entry = cluster.nginx.entry(new IssuerRef("letsencrypt-prod", TEST));
    props.addPorts(AppPort.http(8080)).route(AppRoute.of(HOST, entry).below("/shop"));
    var app = new Application(cluster, "my-app", props.build());
    assertThat(app)
        .resource("Ingress", "my-app")
        .has("/metadata/annotations/cert-manager.io~1cluster-issuer", "letsencrypt-prod")
        .has("/spec/ingressClassName", "nginx")
        .has("/spec/tls/0/secretName", "my-app-tls")
        .has("/spec/tls/0/hosts/0", "my-app.example.org")
        .has("/spec/rules/0/host", "my-app.example.org")
        .has("/spec/rules/0/http/paths/0/path", "/shop")
        .has("/spec/rules/0/http/paths/0/backend/service/name", "my-app")
        .has("/spec/rules/0/http/paths/0/backend/service/port/number", 8080);
    var name = "/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name";
    assertThat(app)
        .resource("NetworkPolicy", "my-app")
        .at("/spec/ingress/1")
        .has(name, "ingress-nginx")
        .has("/ports/0/port", "http");
  }

  @Test
  void is_entered_through_a_gateway_at_an_open_port() {
    var listener =
        new ListenerRef(
            "internal", "gateway", "https", Hostname.of("*.example.org"), Ip.of("10.0.0.65"), TEST);
    props
        .addPorts(AppPort.http(8080), AppPort.tcp("admin", 9000))
        .route(AppRoute.of(HOST, listener).to("admin"));
    assertThat(app()).resource("HTTPRoute", "my-app").has("/spec/rules/0/backendRefs/0/port", 9000);
    assertThat(app())
        .resource("NetworkPolicy", "my-app")
        .at("/spec/ingress/1")
        .has("/ports/0/port", "admin")
        .hasNo("/from");
  }

  @Test
  void is_reached_by_its_namespace_and_callers_and_its_metrics_by_who_reads_them() {
    var job = new ServiceRef("job", "jobs", Port.of(80), Port.of(80), Map.of("app", "job"), TEST);
    props
        .addPorts(AppPort.http(8080), AppPort.tcp("metrics", 9090))
        .metrics(AppMetrics.at("/metrics").on("metrics"))
        .addCallers(AppCaller.behind(job), AppCaller.namespace(NamespaceRef.of("tools")));
    var place = "/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name";
    assertThat(app())
        .resource("NetworkPolicy", "my-app")
        .has("/spec/podSelector/matchLabels/app.kubernetes.io~1instance", "my-app")
        .has("/spec/policyTypes/0", "Ingress")
        .hasNo("/spec/ingress/0/from/0/namespaceSelector")
        .has("/spec/ingress/1/from/0/podSelector/matchExpressions/0/values/1", "prometheus")
        .has("/spec/ingress/1/ports/0/port", "metrics")
        .has("/spec/ingress/2" + place, "jobs")
        .has("/spec/ingress/2/from/0/podSelector/matchLabels/app", "job")
        .has("/spec/ingress/3" + place, "tools")
        .hasNo("/spec/ingress/4");
    props.isolated(false);
    assertThat(kinds(app())).doesNotContain("NetworkPolicy");
  }

  @Test
  void its_metrics_are_read_by_whom_it_names() {
    props
        .addPorts(AppPort.http(8080))
        .metrics(AppMetrics.at("/metrics").by(AppCaller.namespace(NamespaceRef.of("monitoring"))));
    assertThat(app())
        .resource("NetworkPolicy", "my-app")
        .at("/spec/ingress/1")
        .has("/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name", "monitoring")
        .hasNo("/from/0/podSelector/matchExpressions")
        .has("/ports/0/port", "http");
  }

  @Test
  void its_environment_holds_texts_names_of_secrets_and_places_of_services() {
    var store = new SecretStoreRef("vault", TEST);
    var database =
        new ServiceRef("postgres-rw", "database", Port.of(5432), Port.of(5432), Map.of(), TEST);
    props.addEnv(
        AppEnv.of("TZ", "UTC"),
        AppEnv.of("PASSWORD", store.item("my-app").key("password")),
        AppEnv.host("DATABASE", database),
        AppEnv.url("API", database));
    assertThat(app())
        .resource("Deployment", "my-app")
        .at(CONTAINER + "/env")
        .has("/0/value", "UTC")
        .has("/1/valueFrom/secretKeyRef/name", "my-app-my-app")
        .has("/1/valueFrom/secretKeyRef/key", "password")
        .has("/2/value", "postgres-rw.database.svc.cluster.local")
        .has("/3/value", "http://postgres-rw.database.svc.cluster.local:5432");
    assertThat(app()).resource("ExternalSecret", "my-app-my-app");
  }

  @Test
  void starts_again_when_its_files_change() {
    props.addVolumes(AppVolume.files("settings", "/etc/app", Map.of("app.yaml", "a: 1")));
    var sum = "/spec/template/metadata/annotations/homelab4j.github.io~1files";
    assertThat(app()).resource("ConfigMap", "my-app-settings").has("/data/app.yaml", "a: 1");
    assertThat(app())
        .resource("Deployment", "my-app")
        .has(POD + "/volumes/0/configMap/name", "my-app-settings")
        .has(CONTAINER + "/volumeMounts/0/readOnly", true)
        .has(sum, "41c5fe9d");
    var other = new ApplicationTest().props;
    other.addVolumes(AppVolume.files("settings", "/etc/app", Map.of("app.yaml", "a: 2")));
    assertThat(new Application(new App(), "my-app", other.build()))
        .resource("Deployment", "my-app")
        .has(sum, "6ae8ad5e");
  }

  @Test
  void finds_scratch_room_and_secrets_at_their_paths() {
    var key = new SecretStoreRef("vault", TEST).item("signing").key("key.pem");
    props.addVolumes(
        AppVolume.scratch("tmp", "/tmp", Quantity.mi(64)),
        AppVolume.secret("signing", "/keys", key));
    assertThat(app())
        .resource("Deployment", "my-app")
        .at(POD)
        .has("/volumes/0/emptyDir/sizeLimit", "64Mi")
        .has("/volumes/1/secret/secretName", "my-app-signing")
        .has("/volumes/1/secret/items/0/path", "key.pem")
        .has("/containers/0/volumeMounts/1/mountPath", "/keys")
        .hasNo("/securityContext/fsGroup");
  }

  @Test
  void is_ready_when_its_first_port_takes_connections_unless_it_is_asked_otherwise() {
    props.addPorts(AppPort.http(8080), AppPort.udp("syslog", 5514));
    assertThat(app())
        .resource("Deployment", "my-app")
        .at(CONTAINER)
        .has("/readinessProbe/tcpSocket/port", "http")
        .hasNo("/livenessProbe")
        .has("/ports/1/protocol", "UDP");
    props
        .readiness(AppProbe.http("/ready").every(Duration.ofSeconds(5)).failures(2))
        .liveness(AppProbe.command("/bin/alive"))
        .startup(AppProbe.tcp().on("http").failures(30));
    assertThat(app())
        .resource("Deployment", "my-app")
        .at(CONTAINER)
        .has("/readinessProbe/httpGet/path", "/ready")
        .has("/readinessProbe/periodSeconds", 5)
        .has("/readinessProbe/failureThreshold", 2)
        .has("/livenessProbe/exec/command/0", "/bin/alive")
        .has("/startupProbe/tcpSocket/port", "http")
        .has("/startupProbe/failureThreshold", 30);
  }

  @Test
  void copies_of_a_stateful_set_have_volumes_of_their_own() {
    props
        .kind(AppKind.STATEFUL_SET)
        .replicas(3)
        .addPorts(AppPort.http(8080))
        .addVolumes(AppVolume.claim("data", "/data", DISK, Quantity.gi(1)));
    assertThat(app())
        .resource("StatefulSet", "my-app")
        .has("/spec/replicas", 3)
        .has("/spec/serviceName", "my-app")
        .has("/spec/volumeClaimTemplates/0/metadata/name", "data")
        .hasNo("/spec/volumeClaimTemplates/0/metadata/namespace")
        .hasNo(POD + "/volumes")
        .has(POD + "/securityContext/fsGroup", 2000);
    assertThat(kinds(app())).doesNotContain("PersistentVolumeClaim");
  }

  @Test
  void runs_on_every_machine_or_at_a_time_of_day() {
    props.kind(AppKind.DAEMON_SET);
    assertThat(app()).resource("DaemonSet", "my-app").hasNo("/spec/replicas");
    var nightly =
        ApplicationProps.builder()
            .namespace(NamespaceRef.of("my-app"))
            .image(ImageRef.of("ghcr.io/example/my-app:1.4.2"))
            .resources(Compute.of(Quantity.millis(50), Quantity.mi(128)))
            .schedule(CronSchedule.daily(3, 0))
            .addArgs("tidy")
            .build();
    var tidy = new Application(new App(), "tidy", nightly);
    assertThat(tidy.healthChecks())
        .extracting(HealthCheck::kind, HealthCheck::name)
        .containsExactly(tuple("CronJob", "tidy"));
    assertThat(app().healthChecks()).isEmpty();
    assertThat(tidy)
        .resource("CronJob", "tidy")
        .has("/spec/schedule", "0 3 * * *")
        .has("/spec/timeZone", "Etc/UTC")
        .has("/spec/concurrencyPolicy", "Forbid")
        .has("/spec/startingDeadlineSeconds", 3600)
        .has("/spec/jobTemplate/spec/template/spec/restartPolicy", "Never")
        .has("/spec/jobTemplate/spec/template/spec/containers/0/args/0", "tidy");
  }

  @Test
  void rejects_volumes_that_its_copies_cannot_mount() {
    props.addVolumes(AppVolume.claim("data", "/data", DISK, Quantity.gi(1)));
    rejects(
        () -> props.replicas(2).build(),
        "replicas is 2, but one machine at a time mounts volume data: run 1, share the volume, or take kind STATEFUL_SET");
  }

  @Test
  void rejects_a_volume_of_one_machine_on_every_machine() {
    props.addVolumes(AppVolume.claim("data", "/data", DISK, Quantity.gi(1)));
    rejects(
        () -> props.kind(AppKind.DAEMON_SET).build(),
        "a DaemonSet runs on every machine, but one at a time mounts volume data: share it, or take another kind");
  }

  @Test
  void rejects_a_shared_volume_of_a_class_that_cannot_be_shared() {
    props.addVolumes(AppVolume.shared("data", "/data", DISK, Quantity.gi(1)));
    rejects(
        props::build,
        "volume data is shared, but one machine at a time mounts volumes of storage class local-path: take AppVolume.claim(…), or a class of shared volumes");
  }

  @Test
  void rejects_a_path_that_is_not_from_the_root() {
    props.addVolumes(AppVolume.scratch("tmp", "tmp", Quantity.mi(1)));
    rejects(
        props::build, "volume tmp is at 'tmp', which is no path from the root: begin it with /");
  }

  @Test
  void rejects_a_schedule_that_its_kind_has_no_use_for_and_the_other_way_round() {
    props.kind(AppKind.CRON_JOB);
    rejects(props::build, "kind is CRON_JOB without a schedule: say when it runs");
    var other = new ApplicationTest().props;
    rejects(
        () -> other.kind(AppKind.DEPLOYMENT).schedule(CronSchedule.daily(3, 0)).build(),
        "there is a schedule, 0 3 * * *, but kind is DEPLOYMENT: leave one of them out");
  }

  @Test
  void rejects_copies_and_ports_of_a_cron_job() {
    props.schedule(CronSchedule.daily(3, 0));
    rejects(
        () -> props.replicas(2).build(),
        "replicas is 2, but the number of copies of a CronJob follows from elsewhere: leave it out");
    var other = new ApplicationTest().props.schedule(CronSchedule.daily(3, 0));
    rejects(
        () -> other.addPorts(AppPort.http(80)).build(),
        "a CronJob has port http, but nobody can rely on it: leave the port out");
  }

  @Test
  void rejects_metrics_and_routes_without_a_port_to_ask() {
    props.metrics(AppMetrics.at("/metrics"));
    rejects(props::build, "metrics needs a port, and there is none: add one to the ports");
    props.addPorts(AppPort.http(8080)).readiness(AppProbe.tcp().on("web"));
    rejects(
        props::build,
        "readiness asks port web, which is not there (there is http): name one of them");
  }

  @Test
  void rejects_no_namespace_and_no_copies() {
    var none =
        ApplicationProps.builder()
            .image(ImageRef.of("ghcr.io/example/my-app:1.4.2"))
            .resources(Compute.of(Quantity.millis(50), Quantity.mi(128)));
    rejects(none::build, "an application has no namespace: name the one it is for");
    rejects(
        () -> props.replicas(0).build(),
        "replicas is 0: run at least 1, or leave the component out");
  }

  @Test
  void has_a_service_only_where_it_listens() {
    assertThat(kinds(app())).containsExactly("Deployment", "NetworkPolicy");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> app().service())
        .withMessage("my-app has no port (it has none): add it to its ports");
    props.addPorts(AppPort.http(8080));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> app().service("web"))
        .withMessage("my-app has no port web (it has http): add it to its ports");
  }

  private static void rejects(ThrowingCallable build, String message) {
    assertThatExceptionOfType(InvalidPropsException.class).isThrownBy(build).withMessage(message);
  }

  private static Stream<String> kinds(Application app) {
    return app.objects().stream().map(HasMetadata::getKind);
  }

  private static final class Home extends Cluster {
    final IngressNginx nginx;

    Home(App app) {
      this(app, new LoadBalancerPool("home", IpRange.of("10.0.0.65", "10.0.0.67")));
    }

    private Home(App app, LoadBalancerPool pool) {
      super(app, home(pool));
      nginx =
          new IngressNginx(
              this,
              "ingress-nginx",
              IngressNginxProps.builder()
                  .address(pool.reserve("ingress", "10.0.0.65"))
                  .loadBalancers(new OperatorRef("cilium", TEST))
                  .build());
    }

    private static ClusterPlan home(LoadBalancerPool pool) {
      return ClusterPlan.builder()
          .name("home")
          .purpose("A test.")
          .kubernetesVersion(Version.of("1.35.0"))
          .nodeNetwork(Network.lan("lan", "10.0.0.0/24"))
          .addNodes(NodePlan.controlPlane("node2", "10.0.0.12"), NODE3)
          .pods(Cidr.of("10.42.0.0/16"))
          .services(Cidr.of("10.43.0.0/16"))
          .apiEndpoint(Ip.of("10.0.0.12"))
          .addPools(pool)
          .build();
    }
  }
}

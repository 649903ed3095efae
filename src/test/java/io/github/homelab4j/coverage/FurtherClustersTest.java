package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.backup.CephOffsiteReplication;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.gitops.ArgoCd;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.ingress.GatewayApi;
import io.github.homelab4j.ingress.GatewayApiProps;
import io.github.homelab4j.invariants.Invariant;
import io.github.homelab4j.networking.Cilium;
import io.github.homelab4j.networking.CiliumProps;
import io.github.homelab4j.networking.NodeEnvironment;
import io.github.homelab4j.observability.Jaeger;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.observability.Tempo;
import io.github.homelab4j.observability.VictoriaMetricsOperator;
import io.github.homelab4j.observability.VictoriaMetricsOperatorProps;
import io.github.homelab4j.observability.VmAgent;
import io.github.homelab4j.observability.VmAgentProps;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.security.Spire;
import io.github.homelab4j.stacks.infraapps.AppsCluster;
import io.github.homelab4j.stacks.infraapps.InfraAppsPlan;
import io.github.homelab4j.stacks.infraapps.InfraCluster;
import io.github.homelab4j.stacks.infraapps.InfraExports;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/**
 * What the document of infra-apps keeps for later: further clusters can join the two, and nothing
 * of it is on before.
 */
class FurtherClustersTest {
  private static Synthesis synthesis;

  @BeforeAll
  static void with_a_third_cluster() {
    synthesis = Synthesizer.synthesize(new ThreeClusters(new ThreePlans(new InfraAppsPlan())));
  }

  @Test
  void a_third_cluster_named_dev_joins_the_mesh_of_infra_and_apps() {
    assertThat(synthesis.files()).containsOnlyKeys("infra", "apps", "dev");
    var cilium = object("dev", "HelmRelease kube-system/cilium").at("/spec/values");
    assertThat(cilium.at("/cluster/name").asText()).isEqualTo("dev");
    assertThat(cilium.at("/cluster/id").asInt()).isEqualTo(3);
    assertThat(cilium.at("/clustermesh/config/clusters").findValuesAsText("name"))
        .containsExactly("infra", "apps");
    assertThat(cilium.at("/clustermesh/config/clusters/0/ips/0").asText())
        .isEqualTo("10.25.11.248");
    assertThat(
            object("dev", "CiliumBGPClusterConfig load-balancers")
                .at("/spec/bgpInstances/0/localASN")
                .asInt())
        .isEqualTo(64515);
  }

  @Test
  void a_third_cluster_named_dev_uses_what_infra_exports() {
    assertThat(object("dev", "VMAgent observability/main").at("/spec/remoteWrite/0/url").asText())
        .isEqualTo("http://vmsingle-main.observability.svc.cluster.local:8428/api/v1/write");
    var twin = object("dev", "Service observability/vmsingle-main");
    assertThat(twin.at("/metadata/annotations/service.cilium.io~1global").asText())
        .isEqualTo("true");
    assertThat(twin.at("/spec/selector").isMissingNode()).isTrue();
  }

  /** infra-apps.md:586 and 709-718: "future", "Planned", "Under Consideration". */
  @Test
  @Invariant(value = 61, lines = "586, 709-718")
  void what_is_only_planned_is_in_no_cluster() {
    for (var cluster : Fleet.written()) {
      assertThat(cluster.model().cluster().components())
          .as("components of %s", cluster)
          .isNotEmpty()
          .doesNotHaveAnyElementsOfTypes(
              ArgoCd.class, Spire.class, Tempo.class, Jaeger.class, CephOffsiteReplication.class);
    }
  }

  private static JsonNode object(String cluster, String described) {
    return synthesis
        .cluster(cluster)
        .parts()
        .flatMap(part -> part.objects().stream())
        .filter(object -> object.describe().equals(described))
        .map(Emitted::tree)
        .findFirst()
        .orElseThrow();
  }

  /** The plan of infra-apps, and a cluster for development. */
  private record ThreePlans(InfraAppsPlan two, ClusterPlan dev) implements HomelabPlan {
    ThreePlans(InfraAppsPlan two) {
      this(two, dev(two));
    }

    private static ClusterPlan dev(InfraAppsPlan two) {
      var pool = two.lan().pool("dev", "10.25.11.60", "10.25.11.89");
      return ClusterPlan.builder()
          .name("dev")
          .purpose("What is tried out before it goes to apps.")
          .kubernetesVersion(two.apps().kubernetesVersion())
          .talos(two.apps().talos())
          .nodeNetwork(two.lan())
          .addNodes(NodePlan.controlPlane("dev-1", "10.25.11.17"))
          .pods(Cidr.of("10.248.0.0/16"))
          .services(Cidr.of("10.249.0.0/16"))
          .nativeRouting(two.infra().nativeRouting())
          .apiEndpoint(Ip.of("10.25.11.8"))
          .addPools(pool)
          .bgp(new BgpPlan(64515, List.of(BgpPeer.of(two.srx320()))))
          .mesh(new MeshPlan("dev", 3, pool.reserve("clustermesh", "10.25.11.89")))
          .build();
    }

    @Override
    public String name() {
      return two.name();
    }

    @Override
    public Hostname domain() {
      return two.domain();
    }

    @Override
    public GitSource git() {
      return two.git();
    }

    @Override
    public List<ClusterPlan> clusters() {
      return List.of(two.infra(), two.apps(), dev);
    }

    @Override
    public List<DnsRecord> records() {
      return two.records();
    }

    @Override
    public List<OutsideService> outside() {
      return two.outside();
    }

    @Override
    public List<Ip> outsideAddresses() {
      return two.outsideAddresses();
    }

    @Override
    public List<HostPlan> hosts() {
      return two.hosts();
    }
  }

  private static final class ThreeClusters extends Homelab {
    ThreeClusters(ThreePlans plan) {
      super(plan);
      var infra = new InfraCluster(this, plan.two());
      new AppsCluster(this, plan.two(), infra.exports());
      new DevCluster(this, plan, infra.exports());
    }
  }

  private static final class DevCluster extends Cluster {
    DevCluster(Construct scope, ThreePlans plan, InfraExports infra) {
      super(scope, plan.dev());
      new PrometheusOperatorCrds(
          this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
      new GatewayApi(this, "gateway-api", GatewayApiProps.builder().build());
      new Cilium(
          this,
          "cilium",
          CiliumProps.builder()
              .plan(plan.dev())
              .nodes(NodeEnvironment.onTalos(plan.dev().talos().orElseThrow()))
              .certificateAuthority(SecretRef.external("cilium-ca", NamespaceRef.of("kube-system")))
              .addAllMeshPeers(plan.two().meshPeers(plan.dev()))
              .addL2Interfaces(plan.two().networkInterface())
              .build());
      var operator =
          new VictoriaMetricsOperator(
              this, "victoria-metrics-operator", VictoriaMetricsOperatorProps.builder().build());
      new VmAgent(
          this,
          "vmagent",
          VmAgentProps.builder()
              .operator(operator.operator())
              .remoteWrite(infra.metrics())
              .build());
    }
  }
}

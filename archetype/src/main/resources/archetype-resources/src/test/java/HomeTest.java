package ${package};

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static io.github.homelab4j.testing.WorkloadConditions.nonRoot;

import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.synth.Synthesizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HomeTest {
  private static final Home HOME = new Home();
  private static ClusterModel cluster;

  @BeforeAll
  static void synthesize() {
    cluster = Synthesizer.synthesize(HOME).cluster("home");
  }

  @Test
  void addresses_do_not_overlap() {
    assertThat(HOME.plan()).hasNoOverlaps();
  }

  @Test
  void metrics_are_kept_for_a_year() {
    assertThat(cluster)
        .resource("VMSingle", "observability", "main")
        .has("/spec/retentionPeriod", "365d");
  }

  @Test
  void nothing_runs_as_root() {
    assertThat(cluster)
        .workloads()
        .allHave(nonRoot())
        .because("root in a container is root on its machine");
  }
}

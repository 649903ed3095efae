package io.github.homelab4j.registry;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class SpegelTest {
  @Test
  void writes_where_talos_looks_and_mirrors_every_registry() {
    assertThat(spegel(SpegelProps.builder().registryConfigPath(SpegelProps.TALOS).build()))
        .values()
        .has("/spegel/containerdRegistryConfigPath", "/etc/cri/conf.d/hosts")
        .hasNo("/spegel/mirroredRegistries");
  }

  @Test
  void mirrors_only_what_is_listed() {
    var props =
        SpegelProps.builder()
            .registryConfigPath(SpegelProps.CONTAINERD)
            .addRegistry("https://ghcr.io")
            .build();
    assertThat(spegel(props)).values().has("/spegel/mirroredRegistries/0", "https://ghcr.io");
  }

  @Test
  void is_monitored_and_has_a_dashboard_unless_metrics_are_off() {
    var on = spegel(SpegelProps.builder().registryConfigPath(SpegelProps.TALOS).build());
    assertThat(on)
        .values()
        .has("/serviceMonitor/enabled", true)
        .has("/grafanaDashboard/labels/grafana_dashboard", "1");
    var off =
        spegel(SpegelProps.builder().registryConfigPath(SpegelProps.TALOS).metrics(false).build());
    assertThat(off)
        .values()
        .has("/serviceMonitor/enabled", false)
        .has("/grafanaDashboard/enabled", false);
    assertThat(off.uses()).isEmpty();
  }

  private static Spegel spegel(SpegelProps props) {
    return new Spegel(new App(), "spegel", props);
  }
}

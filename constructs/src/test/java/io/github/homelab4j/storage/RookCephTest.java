package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class RookCephTest {
  @Test
  void brings_the_operator_of_the_drivers_whose_kinds_it_installs() {
    var rook = StorageFixtures.rook(new App());
    assertThat(rook)
        .values()
        .has("/csi/installCsiOperator", true)
        .has("/monitoring/enabled", true)
        .hasNo("/csi/serviceMonitor");
    assertThat(rook.installs()).containsExactly("ceph.rook.io", "csi.ceph.io", "objectbucket.io");
  }

  @Test
  void provides_itself_as_the_operator() {
    var rook = StorageFixtures.rook(new App());
    assertThat(rook.operator().provider().component()).contains(rook);
  }
}

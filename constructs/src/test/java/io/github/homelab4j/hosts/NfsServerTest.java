package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import java.util.List;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class NfsServerTest {
  private static final Cidr LAN = Cidr.of("10.9.0.0/24");
  private static final HostPlan NAS =
      HostPlan.builder()
          .name("nas")
          .purpose("storage")
          .addAddresses(Ip.of("10.9.0.30"))
          .addServices(HostService.tcp("nfs", 2049, "volumes"))
          .build();
  private static final String FILE = "etc/exports.d/homelab.exports";

  @Test
  void shares_each_folder_with_its_networks() {
    var server =
        server(
            new NfsServerProps.Export("/tank/media", List.of(LAN, Cidr.of("10.8.0.0/24")), true),
            new NfsServerProps.Export("/tank/backup", List.of(LAN), false));

    assertThat(server)
        .hasKind(NAS, FILE, FileKind.NFS_EXPORTS)
        .file(NAS, FILE)
        .isEqualTo(
            """
            # From io.github.homelab4j.hosts.NfsServer: change the stack, not this file.
            /tank/media 10.9.0.0/24(ro,sync,no_subtree_check,root_squash) 10.8.0.0/24(ro,sync,no_subtree_check,root_squash)
            /tank/backup 10.9.0.0/24(rw,sync,no_subtree_check,root_squash)
            """);
  }

  @Test
  void hands_out_what_it_shares() {
    var export =
        server(new NfsServerProps.Export("/tank/media", List.of(LAN), true)).export("/tank/media");

    assertThat(export.describe()).isEqualTo("NFS export 10.9.0.30:/tank/media");
    assertThat(export.readOnly()).isTrue();
  }

  @Test
  void hands_out_nothing_else() {
    var server = server(new NfsServerProps.Export("/tank/media", List.of(LAN), true));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> server.export("/tank/musik"))
        .withMessage("nfs shares no '/tank/musik', only [/tank/media]: add it to its exports");
  }

  @Test
  void rejects_a_folder_for_nobody() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> server(new NfsServerProps.Export("/tank/media", List.of(), true)))
        .withMessageContaining("/tank/media is shared with no network");
  }

  @Test
  void rejects_a_path_that_needs_quotes() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> server(new NfsServerProps.Export("/tank/my media", List.of(LAN), true)))
        .withMessageContaining("'/tank/my media' is not a folder to share");
  }

  @Test
  void rejects_a_folder_shared_twice() {
    var export = new NfsServerProps.Export("/tank/media", List.of(LAN), true);

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> server(export, export))
        .withMessageContaining("name a folder twice");
  }

  private static NfsServer server(NfsServerProps.Export... exports) {
    var props = NfsServerProps.builder().host(NAS).addExports(exports).build();
    return new NfsServer(new App(), "nfs", props);
  }
}

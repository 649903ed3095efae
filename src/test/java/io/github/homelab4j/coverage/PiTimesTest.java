package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long k3s-pi keeps what, and when it makes it anew. */
class PiTimesTest {
  private final FleetCluster pi = Fleet.cluster("k3s-pi");

  @Test
  void prometheus_keeps_samples_for_15_days() {
    var prometheus = pi.objects().filter(object -> object.kind().equals("Prometheus")).toList();
    assertThat(prometheus)
        .extracting(object -> object.at("/spec/retention").asText())
        .containsExactly("%sd".formatted(Duration.ofDays(15).toDays()));
  }

  @Test
  void copies_of_each_machine_begin_at_2_in_the_night() {
    for (var machine : List.of("node1", "node2", "node3")) {
      assertThat(
              pi.files().get("hosts/%s/etc/systemd/system/restic-backup.timer".formatted(machine)))
          .contains("\nOnCalendar=*-*-* %s:00\n".formatted(LocalTime.of(2, 0)));
    }
  }

  /**
   * Left to cert-manager, which renews when a third of the lifetime is left.
   *
   * @see <a href="https://cert-manager.io/docs/usage/certificate/">Reissuance and renewal</a>
   */
  @Test
  void certificates_are_renewed_when_cert_manager_does_it_by_itself() {
    // Of the 90 days that Let's Encrypt gives: after 60.
    assertThat(pi.objects().filter(object -> object.kind().equals("Ingress")))
        .isNotEmpty()
        .allSatisfy(
            ingress ->
                assertThat(ingress.at("/metadata/annotations").fieldNames())
                    .toIterable()
                    .filteredOn(key -> key.startsWith("cert-manager.io/"))
                    .containsExactly("cert-manager.io/cluster-issuer"));
  }

  @Test
  void each_page_has_a_certificate_in_a_secret_of_its_own_for_its_host() {
    var ingresses = pi.objects().filter(object -> object.kind().equals("Ingress")).toList();
    // Of type kubernetes.io/tls, with tls.crt and tls.key, which cert-manager writes.
    assertThat(ingresses)
        .extracting(ingress -> ingress.at("/spec/tls/0/secretName").asText())
        .contains("longhorn-tls")
        .doesNotHaveDuplicates();
    assertThat(ingresses)
        .allSatisfy(ingress -> assertThat(secured(ingress)).isEqualTo(hosts(ingress)));
  }

  private static List<String> secured(Manifest ingress) {
    return ingress.at("/spec/tls").findValues("hosts").stream()
        .map(hosts -> hosts.path(0).asText())
        .toList();
  }

  private static List<String> hosts(Manifest ingress) {
    return ingress.at("/spec/rules").findValuesAsText("host");
  }
}

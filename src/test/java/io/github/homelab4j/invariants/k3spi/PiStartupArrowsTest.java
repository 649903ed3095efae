package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each arrow of k3s-pi.md:798-829, "Startup Order and Critical Paths". */
class PiStartupArrowsTest {
  /** Machines are there, with their disks, before anything runs on them: what level 0 is. */
  @ParameterizedTest
  @CsvSource({"lvm, bind9", "iscsi-target, vault", "iscsi-initiator, minio"})
  void what_boots_is_of_an_earlier_level_than_what_runs_on_it(String boots, String runs) {
    assertThat(PiSynthesis.levels().get(boots)).isLessThan(PiSynthesis.levels().get(runs));
  }

  @ParameterizedTest
  @CsvSource({
    "iscsi-initiator, k3s",
    "bind9, k3s",
    "vault, k3s",
    "k3s, cilium",
    "k3s, coredns",
    "cilium, flux",
    "coredns, flux",
    "flux, external-secrets",
    "external-secrets, cert-manager",
    "vault, external-secrets",
    "cert-manager, ingress-nginx",
    "cilium, longhorn",
    "flux, csi-snapshotter",
    "csi-snapshotter, longhorn",
    "longhorn, prometheus",
    "flux, prometheus",
    "flux, metrics-server",
    "prometheus, istiod",
    "prometheus, loki"
  })
  void what_an_arrow_leads_to_starts_after_what_it_comes_from(String first, String then) {
    assertThat(PiSynthesis.before(then)).contains(first);
    assertThat(PiSynthesis.before(first)).doesNotContain(then);
  }
}

package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How apps of infra-apps reaches what infra keeps for it. */
class DatabaseTest {
  private static final String GLOBAL = "service.cilium.io/global";
  private static final String SUFFIX = ".postgres.svc.cluster.local";

  /** infra-apps.md:188: PostgreSQL is "accessed from apps via poolers". */
  @ParameterizedTest
  @CsvSource({
    "gitlab/gitlab, /global/psql/host, gitlab-pooler",
    "harbor/harbor, /database/external/host, harbor-pooler"
  })
  @Invariant(value = 36, lines = "188, 334")
  void applications_reach_postgresql_through_their_pooler(
      String release, String pointer, String pooler) {
    assertThat(Lab.value(Lab.APPS, release, pointer).asText()).isEqualTo(pooler + SUFFIX);
  }

  /** infra-apps.md:334: nothing in apps names an instance. */
  @Test
  @Invariant(value = 36, lines = "188, 334")
  void nothing_in_apps_reaches_an_instance_of_postgresql() {
    var hosts = new ArrayList<String>();
    for (var object : Fleet.cluster(Lab.APPS).objects().toList()) {
      Lab.eachField(
          object.tree(),
          field -> {
            var text = field.getValue().asText();
            if (text.contains(SUFFIX)) {
              hosts.add(text.substring(0, text.indexOf(SUFFIX)));
            }
          });
    }
    assertThat(hosts).isNotEmpty().allMatch(host -> host.endsWith("-pooler"));
  }

  /** infra-apps.md:188, 224-225 and 348: "Cross-cluster services", "Global services". */
  @ParameterizedTest
  @CsvSource({
    "postgres/gitlab-pooler, Pooler postgres/gitlab-pooler, /spec/serviceTemplate/metadata/annotations",
    "postgres/harbor-pooler, Pooler postgres/harbor-pooler, /spec/serviceTemplate/metadata/annotations",
    "dragonfly/dragonfly-gitlab, Dragonfly dragonfly/dragonfly-gitlab, /spec/serviceSpec/annotations",
    "dragonfly/dragonfly-harbor, Dragonfly dragonfly/dragonfly-harbor, /spec/serviceSpec/annotations",
    "observability/vmsingle-main, VMSingle observability/main, /spec/serviceSpec/metadata/annotations",
    "observability/victoria-logs, HelmRelease observability/victoria-logs, /spec/values/server/service/annotations"
  })
  @Invariant(value = 37, lines = "188, 224-225, 348")
  void what_apps_uses_of_infra_is_a_global_service(
      String service, String provider, String annotations) {
    var twin = Lab.object(Lab.APPS, "Service " + service);
    assertThat(twin.at("/metadata/annotations").path(GLOBAL).asText()).isEqualTo("true");
    assertThat(twin.at("/spec/selector").isMissingNode()).as("no pods of apps").isTrue();
    assertThat(Lab.object(Lab.INFRA, provider).at(annotations).path(GLOBAL).asText())
        .isEqualTo("true");
  }

  /** infra-apps.md:188: these are all; a seventh must be added above. */
  @Test
  @Invariant(value = 37, lines = "188, 224-225, 348")
  void no_other_service_of_infra_is_used_in_apps() {
    var twins =
        Lab.objects("Service").stream()
            .filter(each -> each.cluster().equals(Lab.APPS))
            .filter(each -> each.at("/metadata/annotations").has(GLOBAL))
            .map(each -> each.namespace() + "/" + each.name());
    assertThat(twins)
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "postgres/gitlab-pooler",
                "postgres/harbor-pooler",
                "dragonfly/dragonfly-gitlab",
                "dragonfly/dragonfly-harbor",
                "observability/vmsingle-main",
                "observability/victoria-logs"));
  }
}

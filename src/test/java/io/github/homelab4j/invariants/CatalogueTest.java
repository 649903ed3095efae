package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.fleet.Settings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invariant of the catalogue is asserted by a test. */
class CatalogueTest {
  private static final List<Class<?>> INFRA_APPS =
      List.of(
          BackupTest.class,
          BootstrapTest.class,
          DatabaseTest.class,
          GitOpsTest.class,
          HighAvailabilityTest.class,
          IdentityTest.class,
          IpPlanTest.class,
          LoadBalancerPoolTest.class,
          NetworkPolicyTest.class,
          NetworkTest.class,
          NodesTest.class,
          ObservabilityTest.class,
          OptionsTest.class,
          PlacementTest.class,
          SecretsTest.class,
          StorageTest.class);
  private static final List<String> ELSEWHERE =
      List.of(
          "coverage.ControlPlaneTest",
          "coverage.FurtherClustersTest",
          "coverage.SharedDatabaseTest",
          "fleet.FluxRulesTest",
          "fleet.ReachedOnceTest");

  private static final List<String> K3S_PI =
      List.of(
          "PiBackupTest",
          "PiGatewayTest",
          "PiHostsTest",
          "PiNetworkTest",
          "PiObservabilityTest",
          "PiOptionsTest",
          "PiOrderTest",
          "PiRepositoryTest",
          "PiSecretsTest",
          "PiStorageTest");

  static Stream<Arguments> homelabs() {
    return Stream.of(
        Arguments.of(
            "infra-apps",
            Stream.concat(INFRA_APPS.stream(), ELSEWHERE.stream().map(CatalogueTest::named))
                .toList()),
        Arguments.of(
            "k3s-pi", K3S_PI.stream().map(name -> named("invariants.k3spi." + name)).toList()));
  }

  @ParameterizedTest
  @MethodSource("homelabs")
  void every_invariant_is_asserted_and_none_is_invented(String homelab, List<Class<?>> tests)
      throws IOException {
    var folder = Settings.catalogue();
    Settings.assume(
        folder.isPresent(),
        "homelab4j.catalogue is not set: run mvn verify -Dhomelab4j.catalogue=<folder with %s.yaml>"
            .formatted(homelab));
    var catalogue =
        new YAMLMapper().readTree(folder.orElseThrow().resolve(homelab + ".yaml").toFile());
    var stated = new TreeMap<Integer, String>();
    for (var invariant : catalogue.path("invariants")) {
      stated.put(stated.size() + 1, invariant.path("lines").asText());
    }
    assertThat(claimed(tests)).isEqualTo(stated);
  }

  /**
   * The lines that tests give for each invariant; one that two tests place differently is wrong.
   */
  private static Map<Integer, String> claimed(List<Class<?>> tests) {
    return tests.stream()
        .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
        .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Invariant.class)))
        .collect(
            Collectors.toMap(
                Invariant::value,
                Invariant::lines,
                (one, other) -> one.equals(other) ? one : one + " or " + other,
                TreeMap::new));
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName("io.github.homelab4j." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.github.homelab4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import java.util.Map;
import java.util.Optional;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class TwinsTest {
  private final Store store = new Store(new App());
  private final Twins twins = new Twins();

  @Test
  void has_the_port_of_the_service_under_its_own_name() {
    var unit = twins.of(store.port(8428).named("http"));
    var ports = unit.objects().findFirst().orElseThrow().at("/spec/ports");
    assertThat(ports.at("/0/name").textValue()).isEqualTo("http");
    assertThat(ports.at("/0/port").intValue()).isEqualTo(8428);
  }

  @Test
  void
      leaves_the_only_port_without_a_name_which_takes_the_other_clusters_pods_whatever_theirs_is_called() {
    assertThat(
            twins
                .of(store.port(5432))
                .objects()
                .findFirst()
                .orElseThrow()
                .at("/spec/ports/0")
                .has("name"))
        .isFalse();
  }

  @Test
  void has_several_ports_when_each_has_a_name() {
    twins.of(store.port(8080).named("http"));
    var unit = twins.of(store.port(9000).named("management"));
    assertThat(unit.objects())
        .singleElement()
        .satisfies(
            twin ->
                assertThat(twin.at("/spec/ports").findValuesAsText("name"))
                    .containsExactly("http", "management"));
  }

  @Test
  void rejects_several_ports_without_names() {
    twins.of(store.port(8080));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> twins.of(store.port(9000)))
        .withMessage(
            "service data/store:9000 is used with several ports by another cluster, and the mesh tells them apart by name: give its references the names with named(…)");
  }

  @ComponentInfo(
      name = "store",
      domain = Domain.DATABASE,
      upstream = "https://example.org/",
      namespace = "data")
  private static final class Store extends Component {
    Store(Construct scope) {
      super(scope, "store", new Nothing());
    }

    ServiceRef port(int number) {
      return ServiceRef.providedBy(this, "store", number, Map.of("app", "store"));
    }

    @Override
    protected void define(Resources out) {}
  }

  private record Nothing() implements ComponentProps {
    @Override
    public Optional<NamespaceRef> namespace() {
      return Optional.empty();
    }
  }
}

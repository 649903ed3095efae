package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.cdk8s.Testing;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** Components and cdk8s' process: what it hears of them, and what it lets go. */
class Cdk8sRuntimeTest {
  @Test
  void methods_of_a_component_may_have_the_names_of_cdk8s_own_properties() {
    var app = Testing.app();
    var labelled = new Labelled(app, "labelled");
    assertThat(labelled.getNode().getPath()).isEqualTo("labelled");
    assertThat(labelled.getNamespace()).isNull();
    assertThat((Object) app.synthYaml()).asString().contains("name: from-java");
  }

  @Test
  void what_is_forgotten_can_be_collected_and_others_are_made_after_it() {
    var forgotten = new WeakReference<>(made());
    Cdk8sRuntime.forget();
    for (int i = 0; i < 50 && forgotten.get() != null; i++) {
      System.gc();
    }
    assertThat(forgotten.get()).as("the component after it was forgotten").isNull();
    assertThat(made().getNode().getPath()).isEqualTo("labelled");
  }

  private static Labelled made() {
    return new Labelled(Testing.app(), "labelled");
  }

  @ComponentInfo(
      name = "labelled",
      domain = Domain.APPS,
      upstream = "https://example.org",
      namespace = "default")
  static final class Labelled extends Component {
    Labelled(Construct scope, String id) {
      super(scope, id, new Defaults());
    }

    String node() {
      return "a name of jsii's own";
    }

    String labels() {
      return "another";
    }

    String namespace() {
      return "a third";
    }

    @Override
    protected void define(Resources out) {
      out.add(new ConfigMapBuilder().withNewMetadata().withName("from-java").endMetadata().build());
    }
  }

  private record Defaults() implements ComponentProps {
    @Override
    public Optional<NamespaceRef> namespace() {
      return Optional.empty();
    }
  }
}

package io.github.homelab4j.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HasChecks;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.synth.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void the_example_of_the_readme_is_the_code_that_is_tested_here() throws IOException {
    var readme = Files.readString(ROOT.resolve("README.md"));
    for (var name :
        List.of(
            "HomeCluster",
            "HomePlan",
            "Home",
            "NoLoadBalancers",
            "HomeTest",
            "mistakes/AssertionsTest")) {
      var source =
          Files.readString(
              ROOT.resolve("src/test/java/io/github/homelab4j/example/" + name + ".java"));
      var begin = source.indexOf("// README {\n") + "// README {\n".length();
      var code = source.substring(begin, source.indexOf("// }\n", begin));
      assertThat(readme).contains(code.stripIndent().strip() + "\n```\n");
    }
  }

  @Test
  void the_example_synthesizes() {
    var files = Synthesizer.synthesize(new Home()).files().get("home");
    assertThat(files)
        .containsKeys(
            "flux/kustomization-apps.yaml", "apps/observability/vmsingle/app/vmsingle-main.yaml");
    assertThat(files.get("apps/observability/vmagent/ks.yaml")).contains("- name: vmsingle\n");
  }

  @Test
  void a_rule_of_ones_own_is_judged_like_the_others() {
    var service =
        new ServiceBuilder()
            .withMetadata(Meta.of("game", "games"))
            .withNewSpec()
            .withType("LoadBalancer")
            .addNewPort()
            .withName("game")
            .withPort(25565)
            .endPort()
            .endSpec()
            .build();
    assertThatExceptionOfType(SynthesisException.class)
        .isThrownBy(() -> Synthesizer.synthesize(new StrictHome(service)))
        .withMessageMatching(
            "(?s)HOME_LOAD_BALANCER home/game \\(ReadmeTest.java:\\d+\\): Service games/game is of type LoadBalancer: attach a route to the gateway\n.*");
    service.getSpec().setType("ClusterIP");
    assertThatNoException().isThrownBy(() -> Synthesizer.synthesize(new StrictHome(service)));
  }

  /** A home with a rule of its own and one Service. */
  private static final class StrictHome extends Homelab implements HasChecks {
    StrictHome(Service service) {
      this(new HomePlan(), service);
    }

    private StrictHome(HomePlan plan, Service service) {
      super(plan);
      new Game(new HomeCluster(this, plan), service);
    }

    @Override
    public List<Check> checks() {
      return List.of(new NoLoadBalancers());
    }
  }

  @ComponentInfo(
      name = "game",
      domain = Domain.APPS,
      upstream = "https://example.org",
      namespace = "games")
  private static final class Game extends Component {
    private final Service service;

    Game(Construct scope, Service service) {
      super(scope, "game", Optional::empty);
      this.service = service;
    }

    @Override
    protected void define(Resources out) {
      out.add(service);
    }
  }
}

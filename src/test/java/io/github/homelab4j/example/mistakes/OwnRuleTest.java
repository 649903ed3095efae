package io.github.homelab4j.example.mistakes;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HasChecks;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.synth.Synthesizer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that a homelab brings. */
class OwnRuleTest {
  private static final String GAME =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: game, namespace: games}
      spec:
        type: ClusterIP
        ports:
          - {name: game, port: 25565}
      """;

  @Test
  void it_is_judged_like_the_others() {
    assertThatNoException().isThrownBy(() -> Synthesizer.synthesize(new StrictHome(GAME)));
    var balanced = new StrictHome(GAME.replace("ClusterIP", "LoadBalancer"));
    assertThatExceptionOfType(SynthesisException.class)
        .isThrownBy(() -> Synthesizer.synthesize(balanced))
        .withMessageMatching(
            "(?s).*HOME_LOAD_BALANCER house/game \\(OwnRuleTest.java:\\d+\\): Service games/game is of type LoadBalancer: attach a route to the gateway\n.*");
  }

  /** A sound home with a rule of its own and a Service more. */
  private static final class StrictHome extends SoundHome implements HasChecks {
    StrictHome(String service) {
      and(house -> new Manifests(house, "game", "games", service));
    }

    @Override
    public List<Check> checks() {
      return List.of(new NoLoadBalancers());
    }
  }
}

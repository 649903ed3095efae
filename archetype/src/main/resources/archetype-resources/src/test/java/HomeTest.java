package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.synth.Synthesizer;
import org.junit.jupiter.api.Test;

class HomeTest {
  @Test
  void the_homelab_can_be_written() {
    var home = Synthesizer.synthesize(new Home());
    assertThat(home.files()).containsKey("home");
    assertThat(home.verdict().findings()).isEmpty();
  }
}

package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids are those that the Image Factory's own tests expect. */
class TalosSchematicTest {
  @Test
  void nothing_special_has_the_id_of_the_plain_image() {
    assertThat(new TalosSchematic(List.of(), List.of()).id())
        .isEqualTo("376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba");
  }

  @Test
  void arguments_of_the_kernel_have_the_id_that_the_image_factory_gives_them() {
    assertThat(new TalosSchematic(List.of("noapic", "nolapic"), List.of()).id())
        .isEqualTo("9cba8e32753f91a16c1837ab8abf356af021706ef284aef07380780177d9a06c");
  }

  @Test
  void the_order_in_which_extensions_are_planned_does_not_matter() {
    var one = TalosPlans.talos().addExtensions("siderolabs/b", "siderolabs/a").build();
    var other = TalosPlans.talos().addExtensions("siderolabs/a", "siderolabs/b").build();

    assertThat(TalosSchematic.of(one).id()).isEqualTo(TalosSchematic.of(other).id());
    assertThat(TalosSchematic.of(one).text())
        .isEqualTo(
            """
            customization:
                systemExtensions:
                    officialExtensions:
                        - siderolabs/a
                        - siderolabs/b
            """);
  }
}

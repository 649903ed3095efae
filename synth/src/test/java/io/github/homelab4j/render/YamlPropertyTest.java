package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any tree comes back from its file as it was; a failure names the seed that repeats it. */
class YamlPropertyTest {
  @Property(tries = 100_000, edgeCases = EdgeCasesMode.NONE)
  void any_tree_is_read_back_as_it_was(@ForAll("trees") ObjectNode tree) {
    assertThat(ReadBack.parsed(Yaml.write(tree), List.of(tree))).isEmpty();
  }

  @Provide
  Arbitrary<ObjectNode> trees() {
    return Trees.objects();
  }
}

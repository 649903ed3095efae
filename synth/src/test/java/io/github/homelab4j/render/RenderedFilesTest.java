package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenderedFilesTest {
  private static final String FILE = "clusters/one/apps/file.yaml";

  private final RenderedFiles files = RenderedFiles.keeping();

  @Test
  void what_is_made_of_an_equal_tree_is_not_made_again() throws IOException {
    assertThat(text("# head", "{'a': [1, {'b': 'c'}]}", "old")).isEqualTo("old");
    assertThat(text("# head", "{'a': [1, {'b': 'c'}]}", "new")).isEqualTo("old");
  }

  @Test
  void another_value_name_order_length_type_or_head_is_made_again() throws IOException {
    text("# head", "{'a': [1, {'b': 'c', 'd': 'e'}]}", "old");
    for (var other :
        List.of(
            "{'a': [1, {'b': 'c', 'd': 'f'}]}",
            "{'a': [1, {'b': 'c', 'x': 'e'}]}",
            "{'a': [1, {'d': 'e', 'b': 'c'}]}",
            "{'a': [1, {'b': 'c', 'd': 'e'}, 1]}",
            "{'a': ['1', {'b': 'c', 'd': 'e'}]}",
            "{'a': [1, {'b': 'c', 'd': 'e', 'f': null}]}")) {
      assertThat(text("# head", other, other)).isEqualTo(other);
      text("# head", "{'a': [1, {'b': 'c', 'd': 'e'}]}", "old");
    }
    assertThat(text("# other", "{'a': [1, {'b': 'c', 'd': 'e'}]}", "new")).isEqualTo("new");
  }

  @Test
  void files_that_a_cluster_has_no_more_are_forgotten() throws IOException {
    text("", "{}", "old");
    files.keep("two", Set.of());
    assertThat(text("", "{}", "new")).isEqualTo("old");
    files.keep("one", Set.of("apps/file.yaml"));
    assertThat(text("", "{}", "new")).isEqualTo("old");
    files.keep("one", Set.of("apps/other.yaml"));
    assertThat(text("", "{}", "new")).isEqualTo("new");
  }

  @Test
  void who_keeps_nothing_makes_all() throws IOException {
    var none = RenderedFiles.none();
    none.text(FILE, "", List.of(), () -> "old");
    assertThat(none.text(FILE, "", List.of(), () -> "new")).isEqualTo("new");
  }

  private String text(String head, String json, String made) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(json.replace('\'', '"'));
    return files.text(FILE, head, List.of(tree), () -> made);
  }
}

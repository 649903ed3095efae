package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Flux's substitution would replace, as it does: measured with fluxcd/pkg/envsubst 1.8.0. */
class SubstitutionTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode object = NODES.objectNode();

  @ParameterizedTest
  @CsvSource({
    "${A}, ${A}",
    "a ${A:=b} c, ${A:=b}",
    "${, ${",
    "$$${A}, $$",
    "costs $$5, $$",
    "$${A} ${B}, ${B}",
  })
  void a_variable_and_a_doubled_dollar_sign_are_named_with_their_place(String text, String found) {
    object.putObject("data").putArray("a/b").add("fine").add(text);
    assertThat(Substitution.find(object)).containsExactly(new Substitution("/data/a~1b/1", found));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$A", "a$", "$ {A}", "$${A}", "a $${A} $${B}", "$(A)", "{{ .a }}", ""})
  void what_stays_as_it_is_is_fine(String text) {
    assertThat(Substitution.find(object.put("a", text))).isEmpty();
  }

  @Test
  void keys_are_looked_into_as_well() {
    object.putObject("data").put("a${A}", 1);
    assertThat(Substitution.find(object)).containsExactly(new Substitution("/data", "${A}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"labels", "annotations"})
  void an_object_may_opt_out(String where) {
    var setting = object.put("a", "${A}").putObject("metadata").putObject(where);
    setting.put("kustomize.toolkit.fluxcd.io/substitute", "enabled");
    assertThat(Substitution.find(object)).hasSize(1);
    setting.put("kustomize.toolkit.fluxcd.io/substitute", "disabled");
    assertThat(Substitution.find(object)).isEmpty();
  }

  @Test
  void a_kustomization_substitutes_when_it_has_variables() {
    var spec = object.putObject("spec").put("path", "./a");
    assertThat(Substitution.isOn(object)).isFalse();
    var postBuild = spec.putObject("postBuild");
    assertThat(Substitution.isOn(object)).isFalse();
    postBuild.putArray("substituteFrom").addObject().put("kind", "ConfigMap").put("name", "a");
    assertThat(Substitution.isOn(object)).isTrue();
    postBuild.remove("substituteFrom");
    postBuild.putObject("substitute").put("A", "b");
    assertThat(Substitution.isOn(object)).isTrue();
  }
}

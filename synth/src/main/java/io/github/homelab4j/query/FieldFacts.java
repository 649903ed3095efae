package io.github.homelab4j.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.ValuesPatch;
import io.github.homelab4j.diff.DiskTree;
import io.github.homelab4j.graph.Unit;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the value of a field comes from. */
final class FieldFacts {
  private static final String VALUES = "/spec/values/";
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Subject subject;
  private final String pointer;
  private final Optional<Component> component;

  FieldFacts(Subject subject, String pointer) {
    this.subject = subject;
    this.pointer = pointer;
    this.component = subject.unit().flatMap(Unit::component);
  }

  /**
   * What is known.
   *
   * @param charts a folder with a folder for each chart, which holds its {@code values.yaml}
   */
  List<Explanation.Fact> list(Optional<Path> charts) {
    var value = subject.emitted().at(pointer);
    var facts = new ArrayList<Explanation.Fact>();
    facts.add(new Explanation.Fact("value", text(value)));
    facts.add(new Explanation.Fact("said by", saidBy()));
    if (patch().isEmpty()) {
      component.flatMap(each -> setting(each.props())).ifPresent(facts::add);
    }
    charts.flatMap(this::chartDefault).ifPresent(facts::add);
    return facts;
  }

  // Values are either patched in by the stack or made by the construct from its props.
  private String saidBy() {
    return patch()
        .map(entry -> "extraValues of the stack, " + entry.origin())
        .or(
            () ->
                component.map(
                    each -> each.getClass().getSimpleName() + ", from its props and defaults"))
        .orElse(subject.origin().toString());
  }

  // The last one counts.
  private Optional<ValuesPatch.Entry> patch() {
    if (!pointer.startsWith(VALUES)
        || !(component.map(Component::props).orElse(null) instanceof HelmProps props)) {
      return Optional.empty();
    }
    var path = keys();
    return props.extraValues().entries().stream()
        .filter(
            entry ->
                entry.keys().size() <= path.size()
                    && path.subList(0, entry.keys().size()).equals(entry.keys()))
        .reduce((first, last) -> last);
  }

  private List<String> keys() {
    return Arrays.stream(pointer.substring(VALUES.length()).split("/"))
        .map(key -> key.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  // A setting of the same name need not be what the field is made of, but it often is.
  private Optional<Explanation.Fact> setting(ComponentProps props) {
    var name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return Arrays.stream(props.getClass().getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType() != void.class)
        .findFirst()
        .flatMap(method -> value(method, props))
        .map(value -> new Explanation.Fact("setting of this name", name + " = " + value));
  }

  private static Optional<String> value(Method method, ComponentProps props) {
    try {
      method.setAccessible(true);
      return Optional.of(String.valueOf(method.invoke(props)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Explanation.Fact> chartDefault(Path charts) {
    if (!pointer.startsWith(VALUES) || !(component.orElse(null) instanceof HelmComponent helm)) {
      return Optional.empty();
    }
    var file = charts.resolve(helm.chart().name()).resolve("values.yaml");
    try {
      var said = YAML.readTree(DiskTree.text(file)).at(pointer.substring(VALUES.length() - 1));
      return Optional.of(
          new Explanation.Fact(
              "default of the chart", said.isMissingNode() ? "none in " + file : text(said)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}

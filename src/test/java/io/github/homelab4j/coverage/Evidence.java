package io.github.homelab4j.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.plan.HomelabPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Resolves evidence against the synthesized clusters, the plan and the sources of the tests. */
final class Evidence {
  private static final Pattern ACCESSORS = Pattern.compile("[a-z]\\w*(\\.\\w+)*");

  private final List<FleetCluster> clusters;
  private final HomelabPlan plan;
  private final Path sources;
  private final Map<String, String> classes = new HashMap<>();
  private String wholePlan;

  /** The sources of tests are looked for in every {@code src/test/java} below a folder. */
  Evidence(List<FleetCluster> clusters, HomelabPlan plan, Path sources) {
    this.clusters = clusters;
    this.plan = plan;
    this.sources = sources;
  }

  /** What is wrong with the evidence of a fact; nothing when it holds. */
  List<String> problems(Coverage.Fact fact) {
    if (!fact.prose().isEmpty()) {
      return fact.kind().equals("prose") && fact.prose().matches("\\S+")
          ? List.of()
          : List.of("prose is one word and stands alone");
    }
    if (fact.kind().equals("nothing")) {
      return List.of("there is no evidence: give output, plan, test, hosts or prose");
    }
    var problems = new ArrayList<String>();
    var text = new StringBuilder();
    fact.output().forEach(output -> collect(problems, text, () -> output(output)));
    fact.file().forEach(file -> collect(problems, text, () -> file(file)));
    fact.plan().forEach(path -> collect(problems, text, () -> plan(path)));
    fact.test().forEach(test -> collect(problems, text, () -> test(test)));
    fact.hosts().forEach(literal -> collect(problems, text, () -> literal(literal)));
    if (problems.isEmpty()) {
      Tokens.missing(fact.fact(), text.toString())
          .forEach(
              token ->
                  problems.add(
                      "'%s' does not occur in the evidence:%s"
                          .formatted(token, text.toString().indent(4))));
    }
    return problems;
  }

  private static void collect(
      List<String> problems, StringBuilder text, Supplier<String> resolved) {
    try {
      text.append(resolved.get()).append('\n');
    } catch (Unresolved e) {
      problems.add(e.getMessage());
    }
  }

  private String output(Coverage.Output output) {
    var cluster =
        clusters.stream()
            .filter(candidate -> candidate.id().equals(output.cluster()))
            .findFirst()
            .orElseThrow(() -> new Unresolved("there is no cluster " + output.cluster()));
    var found =
        cluster.objects().filter(object -> object.describe().equals(output.object())).findFirst();
    if (found.isEmpty()) {
      var kind = output.object().split(" ")[0];
      var others =
          cluster
              .objects()
              .filter(object -> object.kind().equals(kind))
              .map(Manifest::describe)
              .collect(Collectors.joining(", "));
      throw new Unresolved(
          "cluster %s has no %s (it has %s)"
              .formatted(cluster.id(), output.object(), others.isEmpty() ? "no " + kind : others));
    }
    var node = found.get().at(output.field());
    if (node.isMissingNode()) {
      throw new Unresolved("%s has no %s".formatted(found.get(), output.field()));
    }
    if (output.value() != null && !same(node, output.value())) {
      throw new Unresolved(
          "%s has %s = %s instead of %s"
              .formatted(found.get(), output.field(), node, output.value()));
    }
    return "%s: %s %s: %s"
        .formatted(output.cluster(), output.object(), output.field(), describe(node));
  }

  private String file(Coverage.Written file) {
    var text =
        clusters.stream()
            .filter(cluster -> cluster.id().equals(file.cluster()))
            .map(cluster -> cluster.files().get(file.path()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(
                () -> new Unresolved("%s has no file %s".formatted(file.cluster(), file.path())));
    if (!plain(text).contains(plain(file.has()))) {
      throw new Unresolved("%s does not have: %s".formatted(file.path(), file.has()));
    }
    return "%s: %s: %s".formatted(file.cluster(), file.path(), file.has());
  }

  private static String plain(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static boolean same(JsonNode actual, JsonNode expected) {
    return actual.equals(expected)
        || actual.isValueNode()
            && expected.isValueNode()
            && actual.asText().equals(expected.asText());
  }

  // How many items a list has is a fact as well.
  private static String describe(JsonNode node) {
    var sizes = new ArrayList<String>();
    sizes(node, sizes);
    var text = node.isTextual() ? node.asText() : node.toString();
    return sizes.isEmpty() ? text : text + " " + sizes;
  }

  private static void sizes(JsonNode node, List<String> sizes) {
    if (node.isArray()) {
      sizes.add(node.size() + " items");
    }
    node.forEach(child -> sizes(child, sizes));
  }

  private String plan(String path) {
    if (!ACCESSORS.matcher(path).matches()
        || accessor(plan.getClass(), path.split("\\.")[0]).isEmpty()) {
      return literal(path);
    }
    Object value = plan;
    for (var step : path.split("\\.")) {
      value = step(value, step, path);
    }
    return "plan %s: %s".formatted(path, describe(tree(value)));
  }

  private static Object step(Object value, String step, String path) {
    if (value instanceof Optional<?> optional) {
      return step(
          optional.orElseThrow(() -> new Unresolved("%s is empty before %s".formatted(path, step))),
          step,
          path);
    }
    if (value instanceof List<?> list && step.matches("\\d+")) {
      if (Integer.parseInt(step) >= list.size()) {
        throw new Unresolved("%s: the list has %d items".formatted(path, list.size()));
      }
      return list.get(Integer.parseInt(step));
    }
    var method =
        accessor(value.getClass(), step)
            .orElseThrow(
                () ->
                    new Unresolved(
                        "%s: %s has no %s()"
                            .formatted(path, value.getClass().getSimpleName(), step)));
    return invoke(method, value);
  }

  private static Optional<Method> accessor(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
        .findFirst();
  }

  private static Object invoke(Method method, Object target) {
    try {
      method.setAccessible(true);
      return method.invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new Unresolved("%s cannot be read: %s".formatted(method, e.getCause()));
    }
  }

  private static JsonNode tree(Object value) {
    if (value instanceof ZoneId zone) {
      return tree(zone.getId());
    }
    return Json.tree(
            Map.of(
                "value",
                value instanceof Optional<?> optional
                    ? optional.map(List::<Object>of).orElse(List.of())
                    : value))
        .path("value");
  }

  private String literal(String text) {
    if (!Pattern.compile("(?<![\\w.])" + Pattern.quote(text) + "(?![\\w])")
        .matcher(wholePlan())
        .find()) {
      throw new Unresolved(
          "'%s' is neither an accessor of the plan nor a word in it".formatted(text));
    }
    return "plan: " + text;
  }

  // Everything that the plan answers, names of accessors included.
  private String wholePlan() {
    if (wholePlan == null) {
      wholePlan =
          Arrays.stream(plan.getClass().getDeclaredMethods())
              .filter(
                  method ->
                      method.getParameterCount() == 0
                          && !method.isSynthetic()
                          && !java.lang.reflect.Modifier.isStatic(method.getModifiers()))
              .sorted(Comparator.comparing(Method::getName))
              .map(method -> "%s: %s".formatted(method.getName(), tree(invoke(method, plan))))
              .collect(Collectors.joining("\n"));
    }
    return wholePlan;
  }

  // The body of the test: what it asserts stands there.
  private String test(String name) {
    var dot = name.lastIndexOf('.');
    if (dot < 0) {
      throw new Unresolved("'%s' is not a test: write Class.method".formatted(name));
    }
    var source = source(name.substring(0, dot).replaceFirst(".*\\.", ""));
    var method =
        Pattern.compile(
                "\\n {2}void "
                    + Pattern.quote(name.substring(dot + 1))
                    + "\\([\\s\\S]*?\\n {2}}\\n")
            .matcher(source);
    if (!method.find()) {
      throw new Unresolved("there is no test " + name);
    }
    return "test %s: %s".formatted(name, method.group().replaceAll("\"", " "));
  }

  private String source(String type) {
    if (classes.isEmpty()) {
      try (var files = Files.walk(sources)) {
        for (var file :
            files
                .filter(
                    path ->
                        path.toString().endsWith(".java")
                            && path.toString().replace('\\', '/').contains("src/test/java/"))
                .toList()) {
          classes.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.ofNullable(classes.get(type))
        .orElseThrow(() -> new Unresolved("there is no test class " + type));
  }

  private static final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unresolved(String message) {
      super(message);
    }
  }
}

package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.diff.Danger;
import io.github.homelab4j.diff.TreeDiff;
import io.github.homelab4j.example.SoundHomelab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields in {@code docs/commands.md} are those that the commands print. */
class JsonPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "explain, explain one-1, explain workload",
    "impact, impact one-1, impact operator",
    "graph, graph, graph",
    "list, list components, list addresses",
    "list, list versions, list constructs"
  })
  void answers_have_the_fields_of_the_page(String command, String one, String other)
      throws IOException {
    var fields = fields(run(one));
    fields.addAll(fields(run(other)));
    assertThat(fields).isEqualTo(documented(command));
  }

  @Test
  void a_difference_has_the_fields_of_the_page() throws IOException {
    var before = new TreeMap<String, String>();
    var job = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: %s}\nspec: {template: {%s}}\n";
    before.put("apps/a/b/app/one.yaml", job.formatted("one", "image: 'a:1', size: 1"));
    before.put("apps/a/b/app/two.yaml", job.formatted("two", ""));
    var after = new TreeMap<String, String>();
    after.put("apps/a/b/app/one.yaml", job.formatted("one", "image: 'a:2', size: 2"));
    var inventory =
        "{'hosts': [{'name': 'wall', 'files': [{'path': 'hosts/nas/n.conf', 'kind': '%s'}]}]}"
            .formatted(FileKind.NFTABLES.what())
            .replace('\'', '"');
    before.put("inventory.json", inventory);
    before.put("hosts/nas/n.conf", "table inet filter\n");
    after.put("inventory.json", inventory);
    after.put("hosts/nas/n.conf", "tcp dport 22 accept\n");
    var diff =
        TreeDiff.between(
            "one", CommittedTree.of(before), CommittedTree.of(after), name -> "Home.java:1");
    assertThat(fields(JSON.readTree(Answers.json(List.of(diff))))).isEqualTo(documented("diff"));
    assertThat(CommandsPageTest.section("diff"))
        .contains(Arrays.stream(Danger.values()).map(danger -> "`" + danger + "`").toList());
  }

  @Test
  void what_is_stale_has_the_fields_of_the_page() throws IOException {
    assertThat(fields(run("check --out " + folder))).isEqualTo(documented("check"));
  }

  @Test
  void what_changed_in_a_stale_file_is_a_part_of_a_difference() throws IOException {
    run("synth --out " + folder);
    var file = folder.resolve("one/apps/apps/workload/app/widget-workload-0.yaml");
    Files.writeString(file, Files.readString(file).replace("size: 0", "size: 7"));
    var changes = run("check --out " + folder).path("changes");
    assertThat(documented("diff")).containsAll(fields(changes));
    assertThat(changes.at("/0/components/0/objects/0/fields/0/before").asText()).isEqualTo("7");
  }

  private static SortedSet<String> documented(String command) throws IOException {
    return CommandsPageTest.rows(CommandsPageTest.section(command), "| field | type | meaning |")
        .lines()
        .map(row -> row.split(" \\| ")[0].substring(2) + " | " + row.split(" \\| ")[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode run(String line) throws IOException {
    var arguments = new ArrayList<>(List.of(line.split(" ")));
    if (!line.startsWith("synth")) {
      arguments.addAll(List.of("--format", "json"));
    }
    arguments.addAll(List.of("--homelab", SoundHomelab.class.getName()));
    var printed = new StringWriter();
    Main.line(new PrintWriter(printed), new PrintWriter(System.err, true))
        .execute(arguments.toArray(String[]::new));
    return line.startsWith("synth") ? JSON.nullNode() : JSON.readTree(printed.toString());
  }

  private static SortedSet<String> fields(JsonNode tree) {
    var fields = new TreeSet<String>();
    collect("", tree, fields);
    return fields;
  }

  private static void collect(String path, JsonNode node, SortedSet<String> fields) {
    if (node.isArray()) {
      node.forEach(item -> collect(path + "[]", item, fields));
    } else if (node.isObject() && !path.equals("changes[]")) {
      node.fields()
          .forEachRemaining(
              field ->
                  collect(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      fields));
    } else {
      var type = node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
      fields.add("`%s` | %s".formatted(path, type));
    }
  }
}

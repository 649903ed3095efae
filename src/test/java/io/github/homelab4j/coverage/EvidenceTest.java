package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.stacks.infraapps.InfraAppsPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
  private static final String POOLER =
      "{\"apiVersion\": \"postgresql.cnpg.io/v1\", \"kind\": \"Pooler\", \"metadata\": {\"name\": \"harbor-pooler\", \"namespace\": \"database\"}, \"spec\": {\"instances\": 2, \"modes\": [\"a\", \"b\", \"c\"]}}";

  @TempDir private Path sources;
  private Evidence evidence;

  @BeforeEach
  void one_cluster_with_one_object() throws IOException {
    var folder = Files.createDirectories(sources.resolve("module/src/test/java"));
    Files.writeString(
        folder.resolve("PoolerTest.java"),
        "class PoolerTest {\n  @Test\n  void runs_two_copies() {\n    assertThat(pooler).has(\"/spec/instances\", 2);\n  }\n}\n");
    var stack = new InfraAppsHomelab().clusters().get(0);
    var model =
        new ClusterModel(
            stack, List.of(), List.of(), List.of(), new TreeMap<>(), List.of(), new TreeMap<>());
    evidence =
        new Evidence(
            List.of(
                new FleetCluster(
                    "infra-apps",
                    model,
                    new TreeMap<>(),
                    List.of(new Manifest("infra", "pooler.yaml", json())))),
            new InfraAppsPlan(),
            sources);
  }

  @Test
  void a_field_of_the_output_holds() throws IOException {
    assertThat(
            problems(
                "{fact: 'harbor-pooler with 2 copies', output: {cluster: infra, object: Pooler database/harbor-pooler, field: /spec/instances, value: 2}}"))
        .isEmpty();
    assertThat(
            problems(
                "{fact: 3 modes, output: [{cluster: infra, object: Pooler database/harbor-pooler, field: /spec/modes}]}"))
        .isEmpty();
  }

  @Test
  void a_wrong_field_object_value_or_number_is_told() throws IOException {
    assertThat(
            problems(
                "{fact: x, output: {cluster: infra, object: Pooler database/harbor, field: /spec}}"))
        .singleElement()
        .asString()
        .contains("has no Pooler database/harbor (it has Pooler database/harbor-pooler)");
    assertThat(
            problems(
                "{fact: x, output: {cluster: infra, object: Pooler database/harbor-pooler, field: /spec/size}}"))
        .singleElement()
        .asString()
        .endsWith("has no /spec/size");
    assertThat(
            problems(
                "{fact: x, output: {cluster: infra, object: Pooler database/harbor-pooler, field: /spec/instances, value: 3}}"))
        .singleElement()
        .asString()
        .endsWith("= 2 instead of 3");
    assertThat(
            problems(
                "{fact: 4 copies, output: {cluster: infra, object: Pooler database/harbor-pooler, field: /spec/instances}}"))
        .singleElement()
        .asString()
        .startsWith("'4' does not occur");
  }

  @Test
  void the_plan_is_asked_by_accessors_or_by_words() throws IOException {
    assertThat(problems("{fact: '3 nodes, 10.25.11.11', plan: infra.nodes}")).isEmpty();
    assertThat(problems("{fact: 50 addresses, plan: infra.loadBalancers.range.size}")).isEmpty();
    assertThat(problems("{fact: AS 64512, hosts: srx320, plan: srx320}")).isEmpty();
    assertThat(problems("{fact: x, hosts: 10.25.11.77}"))
        .singleElement()
        .asString()
        .startsWith("'10.25.11.77' is neither");
    assertThat(problems("{fact: x, plan: infra.nodes.7}"))
        .singleElement()
        .asString()
        .contains("the list has 3 items");
  }

  @Test
  void a_test_must_exist_and_name_the_numbers() throws IOException {
    assertThat(problems("{fact: 2 copies, test: PoolerTest.runs_two_copies}")).isEmpty();
    assertThat(problems("{fact: 5 copies, test: PoolerTest.runs_two_copies}"))
        .singleElement()
        .asString()
        .startsWith("'5' does not occur");
    assertThat(problems("{fact: x, test: PoolerTest.runs_three_copies}"))
        .containsExactly("there is no test PoolerTest.runs_three_copies");
    assertThat(problems("{fact: x, test: HarborTest.a}"))
        .containsExactly("there is no test class HarborTest");
  }

  @Test
  void prose_is_one_word_and_no_evidence_is_a_problem() throws IOException {
    assertThat(problems("{fact: fast, prose: praise}")).isEmpty();
    assertThat(problems("{fact: fast, prose: it is praise}")).isNotEmpty();
    assertThat(problems("{fact: fast, prose: praise, plan: domain}")).isNotEmpty();
    assertThat(problems("{fact: fast}"))
        .singleElement()
        .asString()
        .startsWith("there is no evidence");
  }

  private List<String> problems(String fact) throws IOException {
    return evidence.problems(Coverage.read("entry: [" + fact + "]").entries().get("entry").get(0));
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(POOLER);
  }
}

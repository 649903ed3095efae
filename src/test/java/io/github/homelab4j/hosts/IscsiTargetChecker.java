package io.github.homelab4j.hosts;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * targetctl configures the kernel in order to judge, so this is what rtslib documents of its file,
 * as far as we write it, with what a LUN names being there.
 *
 * @see <a
 *     href="https://github.com/open-iscsi/rtslib-fb/blob/master/doc/saveconfig.json.5">saveconfig.json(5)</a>
 */
final class IscsiTargetChecker implements FileChecker {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Predicate<JsonNode> NAME =
      YamlFile.text("iqn\\.[0-9]{4}-[0-9]{2}\\.[a-z0-9.-]+:[a-z0-9.-]+");
  private static final Predicate<JsonNode> LIST = JsonNode::isArray;

  private static final Map<String, Predicate<JsonNode>> TOP =
      Map.of("storage_objects", LIST, "targets", LIST);
  private static final Map<String, Predicate<JsonNode>> STORAGE =
      Map.of(
          "name", YamlFile.text("[a-z0-9]+"),
          "plugin", YamlFile.text("block"),
          "dev", YamlFile.text("/dev/[a-z0-9/_-]+"),
          "wwn", YamlFile.text("[0-9a-f-]{36}"),
          "write_back", YamlFile.SWITCH,
          "readonly", YamlFile.SWITCH);
  private static final Map<String, Predicate<JsonNode>> TARGET =
      Map.of("wwn", NAME, "fabric", YamlFile.text("iscsi"), "tpgs", LIST);
  private static final Map<String, Predicate<JsonNode>> GROUP =
      Map.ofEntries(
          entry("tag", YamlFile.NUMBER),
          entry("enable", YamlFile.SWITCH),
          entry("attributes", JsonNode::isObject),
          entry("luns", LIST),
          entry("portals", LIST),
          entry("node_acls", LIST));
  private static final Map<String, Predicate<JsonNode>> PORTAL =
      Map.of("ip_address", YamlFile.text("[0-9a-f.:]+"), "port", YamlFile.NUMBER);
  private static final Map<String, Predicate<JsonNode>> MAPPED =
      Map.of(
          "index", YamlFile.NUMBER, "tpg_lun", YamlFile.NUMBER, "write_protect", YamlFile.SWITCH);

  @Override
  public String how() {
    return "the keys of [saveconfig.json(5)](https://github.com/open-iscsi/rtslib-fb/blob/master/doc/saveconfig.json.5), and that what they name is there";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var tree = JSON.readTree(file.text());
    var findings = new ArrayList<>(YamlFile.findings("", tree, TOP));
    tree.path("storage_objects")
        .forEach(each -> findings.addAll(YamlFile.findings("storage_objects: ", each, STORAGE)));
    for (var target : tree.path("targets")) {
      findings.addAll(YamlFile.findings("targets: ", target, TARGET));
      target.path("tpgs").forEach(group -> group(tree, group, findings));
    }
    return findings;
  }

  private static void group(JsonNode tree, JsonNode group, List<String> findings) {
    findings.addAll(YamlFile.findings("tpgs: ", group, GROUP));
    group
        .path("portals")
        .forEach(each -> findings.addAll(YamlFile.findings("portals: ", each, PORTAL)));
    var storage =
        texts(tree.path("storage_objects"), "name").stream()
            .map("/backstores/block/"::concat)
            .toList();
    var named = YamlFile.text(String.join("|", storage));
    group
        .path("luns")
        .forEach(
            each ->
                findings.addAll(
                    YamlFile.findings(
                        "luns: ",
                        each,
                        Map.of("index", YamlFile.NUMBER, "storage_object", named))));
    var luns = texts(group.path("luns"), "index");
    for (var acl : group.path("node_acls")) {
      findings.addAll(
          YamlFile.findings("node_acls: ", acl, Map.of("node_wwn", NAME, "mapped_luns", LIST)));
      for (var mapped : acl.path("mapped_luns")) {
        findings.addAll(YamlFile.findings("mapped_luns: ", mapped, MAPPED));
        if (!luns.contains(mapped.path("tpg_lun").asText())) {
          findings.add("LUN %s is mapped and not there".formatted(mapped.path("tpg_lun")));
        }
      }
    }
  }

  private static List<String> texts(JsonNode list, String key) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(key).asText())
        .toList();
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/box/etc/rtslib-fb-target/saveconfig.json");
    return new Sample(
        "etc/rtslib-fb-target/saveconfig.json",
        sound,
        sound.replace("\"tpg_lun\" : 2", "\"tpg_lun\" : 3"),
        "LUN 3 is mapped and not there");
  }
}

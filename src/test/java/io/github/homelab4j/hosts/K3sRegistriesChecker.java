package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * K3s' file of mirrors, by its documentation.
 *
 * @see <a href="https://docs.k3s.io/installation/private-registry">Private registries</a>
 */
final class K3sRegistriesChecker implements FileChecker {
  @Override
  public String how() {
    return "the keys of [registries.yaml](https://docs.k3s.io/installation/private-registry)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var tree = YamlFile.read(file);
    var findings =
        new ArrayList<>(YamlFile.findings("", tree, Map.of("mirrors", node -> node.isObject())));
    tree.path("mirrors")
        .fields()
        .forEachRemaining(
            mirror ->
                findings.addAll(
                    YamlFile.findings(
                        mirror.getKey() + ": ",
                        mirror.getValue(),
                        Map.of("endpoint", YamlFile.list(YamlFile.text("https?://[^ ]+"))))));
    return findings;
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/pi-1/etc/rancher/k3s/registries.yaml");
    return new Sample(
        "etc/rancher/k3s/registries.yaml",
        sound,
        sound.replace("http://", ""),
        "docker.io: endpoint cannot be [\"10.9.0.11:5000\"]");
  }
}

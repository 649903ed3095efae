package io.github.homelab4j.hosts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The Image Factory is a service, so this is the grammar of the schematics that we write: kernel
 * arguments and official extensions. Comments aside, the text is the canonical one, whose hash is
 * the id.
 *
 * @see <a href="https://docs.siderolabs.com/talos/v1.12/learn-more/image-factory">Image Factory</a>
 */
final class TalosSchematicChecker implements FileChecker {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> CUSTOMIZATIONS = Set.of("extraKernelArgs", "systemExtensions");

  @Override
  public String how() {
    return "the grammar of [schematics](https://docs.siderolabs.com/talos/v1.12/learn-more/image-factory), in their canonical form";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var findings = new ArrayList<String>();
    var root = YAML.readTree(file.text());
    unknown(root, Set.of("customization"), findings);
    var customization = root.path("customization");
    unknown(customization, CUSTOMIZATIONS, findings);
    var extensions = customization.path("systemExtensions");
    unknown(extensions, Set.of("officialExtensions"), findings);
    var canonical =
        new TalosSchematic(
            texts(customization.path("extraKernelArgs")),
            texts(extensions.path("officialExtensions")));
    var text = file.text().replaceAll("(?m)^#.*\\R", "");
    if (findings.isEmpty() && !text.equals(canonical.text())) {
      findings.add("not in its canonical form, which is\n" + canonical.text());
    }
    return findings;
  }

  private static void unknown(JsonNode node, Set<String> known, List<String> findings) {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                findings.add("field %s is not known".formatted(field));
              }
            });
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Override
  public Sample sample() {
    return new Sample(
        "schematic.yaml",
        "customization:\n    extraKernelArgs:\n        - quiet\n",
        "customization:\n    kernelArguments:\n        - quiet\n",
        "field kernelArguments is not known");
  }
}

package io.github.homelab4j.example.mistakes;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** Emits what a text says, and needs what it is given. */
@ComponentInfo(
    name = "manifests",
    domain = Domain.APPS,
    upstream = "https://example.org",
    namespace = "shop")
class Manifests extends Component {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String text;

  Manifests(Construct scope, String id, String namespace, String text, Ref... needs) {
    super(scope, id, new Needs(Optional.of(NamespaceRef.of(namespace)), List.of(needs)));
    this.text = text;
  }

  @Override
  protected void define(Resources out) {
    try (var documents =
        YAML.readerFor(GenericKubernetesResource.class)
            .<GenericKubernetesResource>readValues(text)) {
      documents.readAll().forEach(out::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Needs(Optional<NamespaceRef> namespace, List<Ref> needs) implements ComponentProps {}
}

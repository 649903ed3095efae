package io.github.homelab4j.crd.victoriametrics;

import java.util.Map;
import java.util.Optional;

/**
 * What the operator's own Service of a program looks like.
 *
 * @param useAsDefault whether this is about the program's Service, not about a second one
 * @param metadata what it carries
 * @param spec its form
 */
public record ServiceForm(boolean useAsDefault, Metadata metadata, Spec spec) {
  /** The program's Service with annotations; without any, the operator's own form. */
  public static Optional<ServiceForm> annotated(Map<String, String> annotations) {
    return Optional.of(new ServiceForm(true, new Metadata(annotations), new Spec("ClusterIP")))
        .filter(form -> !annotations.isEmpty());
  }

  /** Annotations. */
  public record Metadata(Map<String, String> annotations) {}

  /** Its type; the operator fills in the rest. */
  public record Spec(String type) {}
}

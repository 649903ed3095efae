package io.github.homelab4j.check.policy;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What containers run. */
final class ImageTests {
  // What publishers move on; versions that merely start so, as edge-1.2, are left alone.
  private static final Pattern MOVING =
      Pattern.compile("latest|rolling|main|master|edge|nightly|develop|dev|stable|snapshot");
  private static final Set<String> PUBLISHERS =
      Set.of(
          "docker.io",
          "ghcr.io",
          "quay.io",
          "registry.k8s.io",
          "gcr.io",
          "mcr.microsoft.com",
          "nvcr.io",
          "public.ecr.aws",
          "registry.gitlab.com",
          "docker.dragonflydb.io",
          "docker.elastic.co",
          "docker.gitea.com",
          "docker.n8n.io",
          "cgr.dev",
          "registry.access.redhat.com",
          "ecr-public.aws.com",
          "oci.external-secrets.io",
          "cr.fluentbit.io",
          "reg.kyverno.io",
          "xpkg.upbound.io",
          "lscr.io",
          "codeberg.org",
          "code.forgejo.org");

  private ImageTests() {}

  static Outcome tag(Container container) {
    return container
        .at("/image")
        .unless(
            image -> !hasDigest(image) && isMoving(tag(image.text())),
            "runs %s, whose tag is moved on".formatted(container.at("/image").text()));
  }

  private static boolean isMoving(String tag) {
    return tag.isEmpty() || MOVING.matcher(tag).matches();
  }

  static Outcome digest(Container container) {
    var moving = !hasDigest(container.at("/image")) && isMoving(tag(container.at("/image").text()));
    return moving
        ? Outcome.UNKNOWN
        : container
            .at("/image")
            .unless(
                image -> !hasDigest(image),
                "runs %s without a digest".formatted(container.at("/image").text()));
  }

  static Outcome pulled(Container container) {
    var policy = container.at("/imagePullPolicy");
    return policy.unless(
        always -> always.text().equals("Always"), "is pulled at each start, offline or not");
  }

  /** Images come from publishers, or from a registry below the homelab's domain. */
  static Function<Container, Outcome> isFrom(String domain) {
    return container ->
        container
            .at("/image")
            .unless(
                image -> !isTrusted(registry(image.text()), domain),
                "runs an image of %s".formatted(registry(container.at("/image").text())));
  }

  private static boolean isTrusted(String registry, String domain) {
    var host = registry.replaceFirst(":\\d+$", "");
    return PUBLISHERS.contains(host) || host.equals(domain) || host.endsWith("." + domain);
  }

  private static boolean hasDigest(Value image) {
    return image.text().contains("@sha256:");
  }

  private static String tag(String image) {
    var name = image.substring(image.lastIndexOf('/') + 1);
    var colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(colon + 1);
  }

  // Without a host, an image is Docker Hub's.
  static String registry(String image) {
    var slash = image.indexOf('/');
    var first = slash < 0 ? "" : image.substring(0, slash);
    return first.contains(".") || first.contains(":") || first.equals("localhost")
        ? first
        : "docker.io";
  }
}

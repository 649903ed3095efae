package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.TalosPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What the Image Factory makes an image of. Its id is the SHA-256 of its canonical text, so that
 * nobody needs to ask for it.
 *
 * @param kernelArguments arguments of the kernel besides Talos' own
 * @param extensions official system extensions
 * @see <a href="https://docs.siderolabs.com/talos/v1.12/learn-more/image-factory">Image Factory</a>
 */
record TalosSchematic(List<String> kernelArguments, List<String> extensions) {
  static TalosSchematic of(TalosPlan plan) {
    return new TalosSchematic(
        plan.kernelArguments(), plan.extensions().stream().distinct().sorted().toList());
  }

  /** The text that the Image Factory itself would write: fields in its order, four spaces deep. */
  String text() {
    if (kernelArguments.isEmpty() && extensions.isEmpty()) {
      return "customization: {}\n";
    }
    var text = new StringBuilder("customization:\n");
    if (!kernelArguments.isEmpty()) {
      text.append("    extraKernelArgs:\n");
      kernelArguments.forEach(each -> text.append("        - ").append(each).append('\n'));
    }
    if (!extensions.isEmpty()) {
      text.append("    systemExtensions:\n        officialExtensions:\n");
      extensions.forEach(each -> text.append("            - ").append(each).append('\n'));
    }
    return text.toString();
  }

  /** Its id. */
  String id() {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(hash.digest(text().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The image that installs it. */
  String installer(TalosPlan plan) {
    return "%s/metal-installer/%s:%s".formatted(plan.imageFactory(), id(), plan.version());
  }
}

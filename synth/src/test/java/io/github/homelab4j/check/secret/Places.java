package io.github.homelab4j.check.secret;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodFluent;
import io.fabric8.kubernetes.api.model.PodSpecFluent;
import io.github.homelab4j.kube.AppLabels;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Where owners leave secrets. Each place gives the secret a name that tells what it is. */
final class Places {
  /** Each makes an object of a name with the secret in it. */
  static final List<BiFunction<String, String, HasMetadata>> ALL =
      List.of(
          (name, secret) -> pod(name, List.of(), secret),
          (name, secret) -> pod(name, List.of("--verbose", "--api-token=" + secret), ""),
          (name, secret) -> pod(name, List.of("--api-token", secret), ""),
          (name, secret) ->
              pod(name, List.of("-c", "serve --api-token " + secret + " --port 80"), ""),
          (name, secret) ->
              config(name, "server:\n  port: 80\n  api_token: \"" + secret + "\"\n  name: shop\n"),
          (name, secret) ->
              config(
                  name,
                  "{\"user\": \"shop\", \"apiToken\": \"" + secret.replace("\n", "\\n") + "\"}"),
          (name, secret) -> config(name, "# settings\nAPI_TOKEN=" + secret + "\n"),
          (name, secret) -> config(name, base64("api_token: " + secret)),
          (name, secret) -> config(name, wrapped(base64("{\"apiToken\": \"" + secret + "\"}"))),
          Places::annotation,
          (name, secret) -> release(name, Map.of("auth", Map.of("apiToken", secret))),
          (name, secret) -> release(name, Map.of("extraArgs", List.of("--api-token=" + secret))),
          (name, secret) -> release(name, Map.of("config", Map.of("apiToken", base64(secret)))));

  private Places() {}

  /** Split over lines, which only a form of its own survives. */
  static HasMetadata split(String name, String secret) {
    return config(name, "token: |\n  " + wrapped(secret).replace("\n", "\n  "));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String wrapped(String text) {
    return text.replaceAll("(.{24})(?=.)", "$1\n");
  }

  private static HasMetadata config(String name, String text) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("apps")
        .endMetadata()
        .addToData("settings", text)
        .build();
  }

  private static HasMetadata annotation(String name, String secret) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("apps")
        .addToAnnotations("example.org/api-token", secret)
        .endMetadata()
        .build();
  }

  private static HasMetadata pod(String name, List<String> arguments, String variable) {
    PodFluent<PodBuilder>.SpecNested<PodBuilder> pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace("apps")
            .withLabels(AppLabels.of(name, name))
            .endMetadata()
            .withNewSpec();
    PodSpecFluent<PodFluent<PodBuilder>.SpecNested<PodBuilder>>.ContainersNested<
            PodFluent<PodBuilder>.SpecNested<PodBuilder>>
        container = pod.addNewContainer().withName("shop").withArgs(arguments);
    if (!variable.isEmpty()) {
      container.addNewEnv().withName("API_TOKEN").withValue(variable).endEnv();
    }
    return container.endContainer().endSpec().build();
  }

  private static HasMetadata release(String name, Map<String, Object> values) {
    var release = new GenericKubernetesResource();
    release.setApiVersion("helm.toolkit.fluxcd.io/v2");
    release.setKind("HelmRelease");
    release.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace("apps").build());
    release.setAdditionalProperty("spec", Map.of("values", values));
    return release;
  }
}

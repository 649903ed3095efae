package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Mistake.inManifests;
import static io.github.homelab4j.rule.FluxRule.FLUX_API;
import static io.github.homelab4j.rule.FluxRule.FLUX_CHART;
import static io.github.homelab4j.rule.FluxRule.FLUX_CYCLE;
import static io.github.homelab4j.rule.FluxRule.FLUX_DEFINITIONS;
import static io.github.homelab4j.rule.FluxRule.FLUX_FORCE;
import static io.github.homelab4j.rule.FluxRule.FLUX_HEALTH_CHECK;
import static io.github.homelab4j.rule.FluxRule.FLUX_NOT_READY;
import static io.github.homelab4j.rule.FluxRule.FLUX_PATH;
import static io.github.homelab4j.rule.FluxRule.FLUX_RELEASE_NAME;
import static io.github.homelab4j.rule.FluxRule.FLUX_RETRIES;
import static io.github.homelab4j.rule.FluxRule.FLUX_SUSPENDED;
import static io.github.homelab4j.rule.FluxRule.FLUX_TIMES;
import static io.github.homelab4j.rule.FluxRule.FLUX_VARIABLES;
import static io.github.homelab4j.rule.FluxRule.FLUX_WAIT_AND_CHECKS;
import static io.github.homelab4j.rule.FluxRule.KUSTOMIZATION_TWICE;
import static io.github.homelab4j.rule.FluxRule.OBJECT_TOO_LARGE;
import static io.github.homelab4j.rule.FluxRule.OBJECT_TWICE;
import static io.github.homelab4j.rule.FluxRule.PROPS_INVALID;
import static io.github.homelab4j.rule.FluxRule.TENANT_SCOPE;
import static io.github.homelab4j.rule.FluxRule.VALUE_LOST;

import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.function.Consumer;

/** Mistakes in what Flux applies, and in what it is told. */
final class FluxMistakes {
  private static final String OWN_SOURCE =
      "  path: ./app\n  prune: true\n  wait: true\n  postBuild:\n    substitute:\n      SHOP_NAME: corner\n  sourceRef:\n    kind: GitRepository\n    name: upstream";

  private static final String OUTSIDE =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: guest, namespace: shop}}";

  static final List<Mistake> ALL =
      List.of(
          inManifests(
              VALUE_LOST,
              "greeting: welcome",
              "greeting: \"wel\\ncome\\x85\"",
              "/data/greeting of ConfigMap shop/shop holds U+0085 NEXT LINE (NEL), and kustomize turns it into a blank: take it out"),
          inManifests(
              FLUX_NOT_READY,
              "  wait: true\n",
              "",
              "Kustomization shop/upstream-base is waited for by others and neither waits for what it applies nor names health checks: set wait: true"),
          inManifests(
              FLUX_WAIT_AND_CHECKS,
              "  wait: true\n",
              "  wait: true\n  healthChecks:\n    - apiVersion: apps/v1\n      kind: Deployment\n      name: base\n      namespace: base\n",
              "Kustomization shop/upstream-base has wait: true and 1 health checks, which Flux then ignores: keep one of the two"),
          inManifests(
              FLUX_SUSPENDED,
              "  releaseName: radio",
              "  releaseName: radio\n  suspend: true",
              "HelmRelease shop/radio is suspended, and Kustomization shop waits for it until its timeout: take suspend out, or the component"),
          inManifests(
              FLUX_TIMES,
              "  timeout: 4m\n  releaseName",
              "  timeout: 5m\n  releaseName",
              "HelmRelease shop/radio gives up after 5m, and the Kustomization that applies it after 5m already: shorten its timeout, or lengthen that of the component"),
          inManifests(
              FLUX_TIMES,
              "  retryInterval: 3m",
              "  retryInterval: 2h",
              "Kustomization shop/upstream-app is tried again after 2h, later than it is looked at anyway, every 1h: shorten retryInterval"),
          inManifests(
              FLUX_VARIABLES,
              "SHOP_NAME: corner",
              "SHOP-NAME: corner",
              "Kustomization shop/upstream-app has a variable SHOP-NAME, and names are made of letters, digits and underscores: rename it"),
          inManifests(
              FLUX_VARIABLES,
              "SHOP_NAME: corner",
              "SHOP_NAME: \"at the\\ncorner\"",
              "Kustomization shop/upstream-app puts several lines into variable SHOP_NAME, whose breaks Flux takes out: write the value into the object"),
          inManifests(
              FLUX_RELEASE_NAME,
              "  releaseName: radio\n",
              "",
              "HelmRelease shop/radio states no releaseName: state one of at most 53 characters"),
          inManifests(
              FLUX_RELEASE_NAME,
              "releaseName: radio",
              "releaseName: radio-of-the-shop-at-the-corner-of-the-long-street-of-town",
              "the releaseName radio-of-the-shop-at-the-corner-of-the-long-street-of-town of HelmRelease shop/radio has 58 characters, and Flux cuts what is longer than 53: state a shorter one"),
          inManifests(
              FLUX_RELEASE_NAME,
              "releaseName: cinema",
              "releaseName: radio",
              "HelmRelease shop/cinema and HelmRelease shop/radio are both release radio of namespace shop: give one of them another releaseName"),
          inManifests(
              FLUX_RETRIES,
              "  upgrade:\n    crds: Skip\n    strategy:\n      name: RetryOnFailure",
              "  upgrade:\n    crds: Skip",
              "HelmRelease shop/radio stays as it is after a failed upgrade: set upgrade.strategy.name to RetryOnFailure"),
          inManifests(
              FLUX_DEFINITIONS,
              "crds: Skip",
              "crds: CreateReplace",
              "HelmRelease shop/radio has install.crds CreateReplace, and its component installs none: set it to Skip"),
          inManifests(
              FLUX_CHART,
              "  chartRef:\n    kind: OCIRepository\n    name: radio\n",
              "",
              "HelmRelease shop/radio has neither chart nor chartRef: name its chart"),
          inManifests(
              FLUX_CHART,
              "  url: https://charts.example.net",
              "  type: oci\n  url: oci://charts.example.net/charts",
              "HelmRepository shop/charts is of type oci, which has no digest: make it an OCIRepository, and name that in chartRef"),
          inManifests(
              FLUX_FORCE,
              "  wait: true\n",
              "  wait: true\n  force: true\n",
              "Kustomization shop/upstream-base is forced: what cannot be changed in place is deleted and made anew, with its data; take it out"),
          inManifests(
              FLUX_FORCE,
              "  name: shop-cache\n  namespace: shop\n",
              "  name: shop-cache\n  namespace: shop\n  annotations:\n    kustomize.toolkit.fluxcd.io/force: enabled\n",
              "PersistentVolumeClaim shop/shop-cache is forced: what cannot be changed in place is deleted and made anew, with its data; take it out"),
          inManifests(
              FLUX_PATH,
              OWN_SOURCE,
              OWN_SOURCE
                  .replace("./app", "./clusters/house/apps/shop")
                  .replace("name: upstream", "name: flux-system\n    namespace: flux-system"),
              "Kustomization shop/upstream-app applies ./clusters/house/apps/shop/ of this repository, where ./clusters/house/ is applied already: take another folder"),
          inManifests(
              FLUX_API,
              "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: radio",
              "apiVersion: helm.toolkit.fluxcd.io/v2beta2\nkind: HelmRelease\nmetadata:\n  name: radio",
              "HelmRelease shop/radio is of version v2beta2, and Flux serves v2 of helm.toolkit.fluxcd.io: take that"),
          inManifests(
              FLUX_CYCLE,
              "spec:\n  interval: 1h\n  retryInterval: 2m",
              "spec:\n  dependsOn:\n    - name: upstream-app\n  interval: 1h\n  retryInterval: 2m",
              "Kustomization shop/upstream-app -> Kustomization shop/upstream-base -> Kustomization shop/upstream-app wait for each other: take one of the references away, or split a component"),
          inManifests(
              OBJECT_TOO_LARGE,
              "greeting: welcome",
              "greeting: welcome\n  song: " + "la".repeat(600_000),
              "ConfigMap shop/shop has 1171 KiB, and the API server takes 1024: split it"),
          new Mistake(
              TENANT_SCOPE,
              "house/guest",
              "new Manifests(sound.house, \"guest\"",
              "ConfigMap shop/guest is outside namespace guest, which is a tenant: move the component to another namespace, or do not make guest a tenant",
              () -> {
                var sound = new SoundHome();
                sound.house.withTenant("guest");
                new Manifests(sound.house, "guest", "guest", OUTSIDE);
                return sound;
              }),
          operated(
              KUSTOMIZATION_TWICE,
              "house/operated-config",
              "more.accept(sound)",
              "Kustomization operated-config is made by operated too: give one of them another id",
              sound -> {
                new Operated(sound.house, "operated", 1);
                new Operated(sound.house, "operated-config", 0);
              }),
          operated(
              FLUX_HEALTH_CHECK,
              "house/operated",
              "more.accept(sound)",
              "a health check names Deployment operated/operator, which the component neither emits nor has a fact of (it has Deployment: none): name what is there, or add the fact",
              sound ->
                  new Operated(
                      sound.house,
                      "operated",
                      1,
                      new HealthCheck("apps/v1", "Deployment", "operator", "operated"))),
          operated(
              PROPS_INVALID,
              "house/operated",
              "more.accept(sound)",
              "widgets is -1: make at least none",
              sound -> new Operated(sound.house, "operated", -1)),
          guest(
              OBJECT_TWICE,
              "{apiVersion: v1, kind: ConfigMap, metadata: {name: shop, namespace: shop}}",
              "ConfigMap shop/shop is emitted by shop (%s) too: give one of them another name or namespace"
                  .formatted(new SoundHome().house.shop.origin())));

  private FluxMistakes() {}

  private static Mistake operated(
      Rule rule, String path, String line, String message, Consumer<SoundHome> more) {
    return new Mistake(
        rule,
        path,
        line,
        message,
        () -> {
          var sound = new SoundHome();
          more.accept(sound);
          return sound;
        });
  }

  private static Mistake guest(Rule rule, String text, String message) {
    return new Mistake(
        rule,
        "house/guest",
        "new Manifests(sound.house, \"guest\"",
        message,
        () -> {
          var sound = new SoundHome();
          new Manifests(sound.house, "guest", "shop", text);
          return sound;
        });
  }
}

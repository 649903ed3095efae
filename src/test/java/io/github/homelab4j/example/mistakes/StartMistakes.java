package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.example.mistakes.Founded.Applier;
import io.github.homelab4j.example.mistakes.Founded.Rack;
import io.github.homelab4j.example.mistakes.Founded.Wires;
import io.github.homelab4j.rule.StartRule;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Mistakes in the order in which a homelab starts. */
final class StartMistakes {
  private static final String CURE =
      ": take one of the references away, or give it something that is there before";
  private static final String SETTINGS =
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n  namespace: shop\n";

  private static final String VALUES =
      "valuesFrom: [{kind: Secret, name: shop, valuesKey: password, targetPath: password}]";
  private static final String STORE =
      """
      apiVersion: external-secrets.io/v1
      kind: ClusterSecretStore
      metadata:
        name: lockbox
      spec:
        provider:
          vault:
            server: https://vault.example.org:8200
            path: kv
            version: v2
            auth:
              kubernetes:
                mountPath: kubernetes
                role: lockbox
      """;
  private static final String KEPT =
      """
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata:
        name: keeper
        namespace: shop
      spec:
        refreshInterval: 1h
        secretStoreRef:
          kind: ClusterSecretStore
          name: lockbox
        target:
          name: keeper
          creationPolicy: Owner
        data:
          - secretKey: password
            remoteRef:
              key: keeper
              property: password
      """;

  static final List<Mistake> ALL =
      List.of(
          in(
              StartRule.BOOTSTRAP_CYCLE,
              "house/rack",
              "new Rack(house",
              "house/rack needs house/shop (service shop/shop:80), which needs house/rack (Kubernetes)"
                  + CURE,
              house -> new Rack(house, new SoundPlan().nas(), shop(house))),
          in(
              StartRule.BOOTSTRAP_CYCLE,
              "house/wires",
              "new Wires(house",
              "house/wires needs house/shop (service shop/shop:80), which needs house/wires (the network of its pods)"
                  + CURE,
              house -> new Wires(house, SETTINGS.formatted("wires"), shop(house))),
          in(
              StartRule.BOOTSTRAP_CYCLE,
              "house/applier",
              "applier(house, OperatorRef",
              "house/applier needs house/fetched (operator fetched), which needs house/applier (applying the repository)"
                  + CURE,
              house -> applier(house, OperatorRef.providedBy(new Fetched(house)))),
          in(
              StartRule.BOOTSTRAP_CYCLE,
              "house/keeper",
              "var keeper = new Manifests(house",
              "house/keeper needs house/lockbox (secret store lockbox), which needs house/keeper (operator keeper)"
                  + CURE,
              house -> {
                var keeper = new Manifests(house, "keeper", "shop", KEPT);
                new Manifests(house, "lockbox", "shop", STORE, OperatorRef.providedBy(keeper));
              }),
          in(
              StartRule.BOOTSTRAP_NEEDS_FLUX,
              "house/fetched",
              "var fetched = new Fetched(house)",
              "it is installed before Flux, but its manifests are fetched by Flux: take a value from a Secret that the chart reads itself, or let Flux install it",
              house -> {
                var fetched = new Fetched(house);
                applier(house);
                house.installBeforeFlux(fetched);
              }),
          new Mistake(
              StartRule.BOOTSTRAP_NEEDS_FLUX,
              "house/shop",
              Mistake.SHOP,
              "it is installed before Flux, but Flux fills its values in from Secret shop: take a value from a Secret that the chart reads itself, or let Flux install it",
              () ->
                  SoundHome.with("releaseName: radio", "releaseName: radio\n  " + VALUES)
                      .and(
                          house -> {
                            applier(house);
                            house.installBeforeFlux(house.shop);
                          })),
          in(
              StartRule.START_LEVEL,
              "house/kiosk",
              "var kiosk = piece(house",
              "it is of level 1 (Early), but needs house/shop (service shop/shop:80) of level 2 (Late): move one of the two to another level, or take the reference away",
              house -> {
                var kiosk = piece(house, "kiosk", shop(house));
                house.starting("1", "Early", kiosk).starting("2", "Late", house.shop);
              }),
          in(
              StartRule.START_LEVEL,
              "house/kiosk",
              "var kiosk = piece(house",
              "it is of level 1 (Early), but needs house/stand (operator stand), which needs house/shop (service shop/shop:80) of level 2 (Late): move one of the two to another level, or take the reference away",
              house -> {
                var stand = OperatorRef.providedBy(piece(house, "stand", shop(house)));
                var kiosk = piece(house, "kiosk", stand);
                house.starting("1", "Early", kiosk).starting("2", "Late", house.shop);
              }));

  private StartMistakes() {}

  /** The sound home with foundations that need nothing of what rests on them. */
  static SoundHome founded() {
    return new SoundHome()
        .and(
            house -> {
              new Rack(house, new SoundPlan().nas());
              new Wires(house, SETTINGS.formatted("wires"));
              applier(house);
              house.starting("1", "Early", house.shop);
            });
  }

  private static Mistake in(
      StartRule rule, String path, String line, String message, Consumer<SoundHome.House> change) {
    return new Mistake(rule, path, line, message, () -> new SoundHome().and(change));
  }

  private static void applier(SoundHome.House house, OperatorRef... needs) {
    new Applier(house, SETTINGS.formatted("applier"), needs);
  }

  private static Manifests piece(SoundHome.House house, String id, Ref needed) {
    return new Manifests(house, id, "shop", SETTINGS.formatted(id), needed);
  }

  private static ServiceRef shop(SoundHome.House house) {
    return ServiceRef.providedBy(house.shop, "shop", 80, Map.of("app", "shop"));
  }
}

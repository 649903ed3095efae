package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.ingress.GatewayApi;
import io.github.homelab4j.ingress.GatewayApiProps;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.constructs.Construct;

/**
 * A homelab with nothing wrong in it: what owners write, once of each kind. Each mistake changes
 * one thing of it.
 */
final class SoundHome extends Homelab {
  /** The house's cluster. */
  final House house;

  /** The shed's cluster, which is empty. */
  final Shed shed;

  /** As it is. */
  SoundHome() {
    this(new SoundPlan(), UnaryOperator.identity());
  }

  /** With another plan. */
  SoundHome(SoundPlan plan) {
    this(plan, UnaryOperator.identity());
  }

  /** With manifests changed. */
  SoundHome(UnaryOperator<String> change) {
    this(new SoundPlan(), change);
  }

  private SoundHome(SoundPlan plan, UnaryOperator<String> change) {
    super(plan);
    house = new House(this, plan, change);
    shed = new Shed(this, plan);
  }

  /** With more composed in the house's cluster. */
  SoundHome and(Consumer<House> more) {
    more.accept(house);
    return this;
  }

  /** With a part of the manifests replaced; fails when there is no such part. */
  static SoundHome with(String what, String other) {
    return new SoundHome(text -> replaced(text, what, other));
  }

  static String replaced(String text, String what, String other) {
    if (!text.contains(what)) {
      throw new IllegalArgumentException("the sound manifests do not contain: " + what);
    }
    return text.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(other));
  }

  /** Where everything runs. */
  static final class House extends Cluster {
    /** What the texts emit. */
    final Manifests shop;

    private House(Construct scope, SoundPlan plan, UnaryOperator<String> change) {
      super(scope, plan.first());
      new PrometheusOperatorCrds(
          this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
      new GatewayApi(this, "gateway-api", GatewayApiProps.builder().build());
      new ExternalSecrets(this, "external-secrets", ExternalSecretsProps.builder().build());
      var vault =
          new VaultStore(
              this, "vault", VaultStoreProps.builder().server(URI.create(SoundPlan.VAULT)).build());
      var volumes = StorageClassRef.external("local-path");
      var text = change.apply(resource("shop.yaml"));
      shop = new Manifests(this, "shop", "shop", text, volumes, vault.item("shop"));
    }
  }

  /** Nothing yet. */
  static final class Shed extends Cluster {
    private Shed(Construct scope, SoundPlan plan) {
      super(scope, plan.second());
    }
  }

  static String resource(String name) {
    try (var in = SoundHome.class.getResourceAsStream("/sound/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.GatewayClassRef;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.hosts.LvmVolumes;
import io.github.homelab4j.hosts.LvmVolumesProps;
import io.github.homelab4j.hosts.NfsServer;
import io.github.homelab4j.hosts.NfsServerProps;
import io.github.homelab4j.ingress.GatewayApi;
import io.github.homelab4j.ingress.GatewayApiProps;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import io.github.homelab4j.unit.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * A homelab with nothing wrong in it: what owners write, once of each kind. Each mistake changes
 * one thing of it.
 */
class SoundHome extends Homelab {
  /** The house's cluster. */
  final House house;

  /** The shed's cluster. */
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

    /** Lets Flux reconcile a namespace with its own rights only. */
    House withTenant(String namespace) {
      tenant(NamespaceRef.of(namespace));
      return this;
    }

    private House(Construct scope, SoundPlan plan, UnaryOperator<String> change) {
      super(scope, plan.first());
      new PrometheusOperatorCrds(
          this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
      new GatewayApi(this, "gateway-api", GatewayApiProps.builder().build());
      new ExternalSecrets(this, "external-secrets", ExternalSecretsProps.builder().build())
          .exempt(NetworkRule.NET_001, "it answers the Kubernetes API alone");
      var vault =
          new VaultStore(
              this, "vault", VaultStoreProps.builder().server(URI.create(SoundPlan.VAULT)).build());
      var volumes = StorageClassRef.external("local-path");
      var text = change.apply(resources("shop.yaml", "references.yaml", "flux.yaml"));
      new NfsServer(
          this,
          "nas",
          NfsServerProps.builder()
              .host(plan.nas())
              .addExports(
                  new NfsServerProps.Export(
                      "/tank/photos", List.of(Cidr.of("192.0.2.0/24")), false))
              .build());
      new LvmVolumes(
          this,
          "disks",
          LvmVolumesProps.builder()
              .host(plan.nas())
              .device("/dev/disk/by-id/nvme-nas")
              .size(Quantity.gi(100))
              .addVolumes(new LvmVolumesProps.Volume("photos", Quantity.gi(100)))
              .build());
      var cilium = new GatewayClassRef("cilium", Provider.external("Cilium, by hand"));
      shop = new Manifests(this, "shop", "shop", text, volumes, vault.item("shop"), cilium);
    }

    /** Adds a level of startup. */
    House starting(String name, String title, Manifests... members) {
      startLevel(name, title, members);
      return this;
    }
  }

  /** Where something else runs, which the house may use. */
  static final class Shed extends Cluster {
    /** What the texts emit. */
    final Manifests market;

    private Shed(Construct scope, SoundPlan plan) {
      super(scope, plan.second());
      market = new Manifests(this, "market", "market", resource("market.yaml"));
    }

    /** The Service of a stall, exported, with the labels of the pods that it is said to have. */
    ServiceRef stall(Map<String, String> pods) {
      return export(new Exports(ServiceRef.providedBy(market, "stall", 8092, pods).named("http")))
          .stall();
    }

    record Exports(ServiceRef stall) {}
  }

  private static String resources(String... names) {
    return Stream.of(names).map(SoundHome::resource).collect(Collectors.joining("---\n"));
  }

  static String resource(String name) {
    try (var in = SoundHome.class.getResourceAsStream("/sound/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

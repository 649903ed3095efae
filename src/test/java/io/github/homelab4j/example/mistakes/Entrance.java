package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.apps.AppCaller;
import io.github.homelab4j.apps.AppNodes;
import io.github.homelab4j.apps.AppPort;
import io.github.homelab4j.apps.AppProbe;
import io.github.homelab4j.apps.AppRoute;
import io.github.homelab4j.apps.AppVolume;
import io.github.homelab4j.apps.Application;
import io.github.homelab4j.apps.ApplicationProps;
import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.ingress.IngressNginx;
import io.github.homelab4j.ingress.IngressNginxProps;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The sound home with an Ingress controller and two applications that share a host name. */
final class Entrance {
  private static final String BOOK = "/book";
  private static final String IMAGE =
      "ghcr.io/example/desk:2.0.1@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b";
  private static final String OPEN = "this home has no network with policies";

  private Entrance() {}

  /** As it is. */
  static Homelab sound() {
    return homelab(Entrance::allowed, BOOK, book -> book);
  }

  /** With a controller that nobody allowed. */
  static Homelab withController() {
    return homelab(nginx -> {}, BOOK, book -> book);
  }

  /** With one of the applications below another path. */
  static Homelab withBookBelow(String path) {
    return homelab(Entrance::allowed, path, book -> book);
  }

  /** With one of the applications changed. */
  static Homelab withBook(UnaryOperator<ApplicationProps.Builder> change) {
    return homelab(Entrance::allowed, BOOK, change);
  }

  // Those of its class are judged with it.
  private static void allowed(IngressNginx nginx) {
    nginx.exempt(NetworkRule.NET_008, "its owner moves to a Gateway next year");
  }

  private static Homelab homelab(
      Consumer<IngressNginx> controller,
      String path,
      UnaryOperator<ApplicationProps.Builder> change) {
    var plan = new SoundPlan();
    var address = plan.housePool.reserve("ingress", "192.0.2.101");
    return new SoundHome(plan)
        .and(
            house -> {
              new CertManager(house, "cert-manager", CertManagerProps.builder().build())
                  .exempt(NetworkRule.NET_001, OPEN);
              var cilium = new OperatorRef("cilium", Provider.external("Cilium, by hand"));
              var props = IngressNginxProps.builder().address(address).loadBalancers(cilium);
              var nginx = new IngressNginx(house, "ingress-nginx", props.build());
              nginx.exempt(NetworkRule.NET_001, OPEN);
              controller.accept(nginx);
              var issuer = new IssuerRef("letsencrypt", Provider.external("by hand"));
              var book = change.apply(application("book", nginx.entry(issuer), path));
              new Application(house, "book", book.build());
              var last = plan.first().nodes().get(3);
              var pen = application("pen", nginx.entry(issuer), "/pen").where(AppNodes.only(last));
              new Application(house, "pen", pen.build());
            });
  }

  private static ApplicationProps.Builder application(String name, IngressRef entry, String path) {
    var volumes = StorageClassRef.external("local-path");
    return ApplicationProps.builder()
        .namespace(NamespaceRef.of("desk"))
        .image(ImageRef.of(IMAGE))
        .user(1000L)
        .resources(Compute.of(Quantity.millis(50), Quantity.mi(128)))
        .addPorts(AppPort.http(8080))
        .liveness(AppProbe.http("/alive"))
        .addVolumes(AppVolume.claim(name + "-data", "/data", volumes, Quantity.gi(10)))
        .route(AppRoute.of(Hostname.of("shop.example.org"), entry).below(path))
        .addCallers(AppCaller.namespace(NamespaceRef.of("shop")));
  }
}

package io.github.homelab4j.example;

import io.github.homelab4j.apps.AppMetrics;
import io.github.homelab4j.apps.AppNodes;
import io.github.homelab4j.apps.AppPort;
import io.github.homelab4j.apps.AppProbe;
import io.github.homelab4j.apps.AppRoute;
import io.github.homelab4j.apps.AppVolume;
import io.github.homelab4j.apps.Application;
import io.github.homelab4j.apps.ApplicationProps;
import io.github.homelab4j.certificates.CertManager;
import io.github.homelab4j.certificates.CertManagerProps;
import io.github.homelab4j.certificates.LetsEncrypt;
import io.github.homelab4j.certificates.LetsEncryptProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.ingress.IngressNginx;
import io.github.homelab4j.ingress.IngressNginxProps;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;

/** An Ingress controller, certificates, and an application behind it. */
final class PlannedEntrance {
  private static final String OPEN = "this cluster has no network with policies";

  private PlannedEntrance() {}

  static void compose(Cluster cluster, Reservation address, Hostname hostname, SecretSource token) {
    new CertManager(cluster, "cert-manager", CertManagerProps.builder().build())
        .exempt(NetworkRule.NET_001, OPEN);
    var certificates =
        new LetsEncrypt(
            cluster,
            "lets-encrypt",
            LetsEncryptProps.builder()
                .email("admin@" + hostname)
                .apiToken(token)
                .addZones(hostname)
                .build());
    var nginx =
        new IngressNginx(
            cluster,
            "ingress-nginx",
            IngressNginxProps.builder()
                .address(address)
                .loadBalancers(new OperatorRef("load balancers", Provider.external("another tool")))
                .build());
    nginx.exempt(NetworkRule.NET_001, OPEN);
    nginx.exempt(NetworkRule.NET_008, "it is tried until a Gateway takes its place");
    application(cluster, nginx.entry(certificates.production()), hostname, token);
  }

  private static void application(
      Cluster cluster, IngressRef entry, Hostname hostname, SecretSource token) {
    var volumes = StorageClassRef.external("local-path");
    new Application(
        cluster,
        "my-app",
        ApplicationProps.builder()
            .namespace(NamespaceRef.of("my-app"))
            .image(ImageRef.of("docker.io/library/nginx:1.29.4"))
            .resources(Compute.of(Quantity.millis(50), Quantity.mi(128)))
            .where(AppNodes.preferably(cluster.plan().nodes().get(2)))
            .addPorts(AppPort.http(8080))
            .liveness(AppProbe.http("/"))
            .addVolumes(
                AppVolume.claim("my-data-1", "/data", volumes, Quantity.gi(10)),
                AppVolume.scratch("tmp", "/tmp", Quantity.mi(64)),
                AppVolume.secret("token", "/token", token))
            .route(AppRoute.of(hostname, entry))
            .metrics(AppMetrics.at("/metrics"))
            .build());
  }
}

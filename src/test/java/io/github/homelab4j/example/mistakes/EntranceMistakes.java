package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.apps.AppMetrics;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.rule.PodRule;
import io.github.homelab4j.rule.ReferenceRule;
import java.util.List;

/** Mistakes in what comes in from outside by Ingresses, and in applications. */
final class EntranceMistakes {
  static final List<Mistake> ALL =
      List.of(
          new Mistake(
              NetworkRule.NET_008,
              "house/ingress-nginx",
              "new IngressNginx(",
              "HelmRelease ingress-nginx/ingress-nginx installs ingress-nginx: take a Gateway and HTTPRoutes",
              Entrance::withController),
          new Mistake(
              NetworkRule.NET_006,
              "house/pen",
              "new Application(house, \"pen\"",
              "Ingress desk/pen takes shop.example.org/pen of class nginx, which Ingress desk/book has: change one of the two",
              () -> Entrance.withBookBelow("/pen")),
          new Mistake(
              ReferenceRule.SELECTS_NOTHING,
              "house/book",
              "new Application(house, \"book\"",
              "NetworkPolicy desk/book selects pods with app.kubernetes.io/name In (vmagent,prometheus) at its peers, of which there are none (there are app.kubernetes.io/name=shop-tidy, app.kubernetes.io/name=shop, app.kubernetes.io/instance=pen,app.kubernetes.io/name=pen, app.kubernetes.io/instance=book,app.kubernetes.io/name=book, app.kubernetes.io/instance=external-secrets,app.kubernetes.io/name=external-secrets, app.kubernetes.io/instance=external-secrets,app.kubernetes.io/name=external-secrets-webhook and 5 more): take the labels of what is meant, or add the fact that its chart creates it",
              () -> Entrance.withBook(book -> book.metrics(AppMetrics.at("/metrics")))),
          new Mistake(
              PodRule.SEC_022,
              "house/book",
              "new Application(house, \"book\"",
              "container book of Deployment desk/book writes to its root file system: set readOnlyRootFilesystem: true, and mount an emptyDir where it writes",
              () -> Entrance.withBook(book -> book.writableRoot(true))));

  private EntranceMistakes() {}
}

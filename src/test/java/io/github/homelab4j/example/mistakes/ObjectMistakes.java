package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Mistake.inManifests;

import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Mistakes in single objects. */
final class ObjectMistakes {
  private static final String LETTERS = "use lower-case letters, digits and hyphens";
  private static final String LABEL =
      "use at most 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends";

  static final List<Mistake> ALL =
      List.of(
          onShelf(
              ObjectRule.NAME_INVALID,
              "kind: ConfigMap\nmetadata:\n  name: notes",
              "kind: ConfigMap\nmetadata:\n  name: Notes_A",
              "'Notes_A' is not a name for a ConfigMap: " + LETTERS + ", at most 253 characters"),
          inManifests(
              ObjectRule.NAME_INVALID,
              "kind: CronJob\nmetadata:\n  name: shop-tidy",
              "kind: CronJob\nmetadata:\n  name: shop-tidy-every-night-when-the-last-customers-have-left",
              "'shop-tidy-every-night-when-the-last-customers-have-left' is not a name for a CronJob: "
                  + LETTERS
                  + ", at most 52 characters"),
          onShelf(
              ObjectRule.NAMESPACE_DEFAULT,
              "name: notes\n  namespace: shelf",
              "name: notes\n  namespace: default",
              "ConfigMap notes is in namespace default: give it the component's namespace, shelf"),
          onShelf(
              ObjectRule.NAMESPACE_SYSTEM,
              "name: notes\n  namespace: shelf",
              "name: notes\n  namespace: kube-system",
              "ConfigMap kube-system/notes is in kube-system, where only parts of the cluster itself belong, and house/shelf is none: give it a namespace of its own"),
          onShelf(
              ObjectRule.LABEL_INVALID,
              "app.kubernetes.io/name: notes",
              "app.kubernetes.io/name: notes of the shop",
              "label app.kubernetes.io/name of ConfigMap shelf/notes is 'notes of the shop', which has 17 characters: "
                  + LABEL),
          onShelf(
              ObjectRule.LABEL_INVALID,
              "app.kubernetes.io/name: notes",
              "app.kubernetes.io/the/name: notes",
              "'app.kubernetes.io/the/name' is not a key for a label of ConfigMap shelf/notes: write a DNS name, a slash and at most 63 letters, digits, hyphens, underscores and dots"),
          everywhere(
              ObjectRule.LABELS_RECOMMENDED,
              "app.kubernetes.io/name: shop-tidy",
              "app: shop-tidy",
              "pods of CronJob shop/shop-tidy have no label app.kubernetes.io/name (they have app): add it"),
          inManifests(
              ObjectRule.API_VERSION_OLD,
              "apiVersion: policy/v1\n",
              "apiVersion: policy/v1beta1\n",
              "PodDisruptionBudget shop/shop has API version policy/v1beta1, which is not for Kubernetes 1.35.0 any more: use policy/v1, or Pod Security for a PSP"),
          inManifests(
              ObjectRule.SELECTOR_MISMATCH,
              "matchLabels:\n      app.kubernetes.io/name: shop\n  template",
              "matchLabels:\n      app.kubernetes.io/name: shopp\n  template",
              "Deployment shop/shop selects pods with app.kubernetes.io/name=shopp, but its own have app.kubernetes.io/name=shop: write the same labels in both"),
          inManifests(
              ObjectRule.REPLICAS_INVALID,
              "replicas: 2",
              "replicas: 2.5",
              "/spec/replicas of Deployment shop/shop is 2.5: write a whole number from 0"),
          inManifests(
              ObjectRule.BUDGET_INVALID,
              "minAvailable: 1",
              "minAvailable: 1\n  maxUnavailable: 1",
              "PodDisruptionBudget shop/shop has both minAvailable 1 and maxUnavailable 1: keep one of them"),
          inManifests(
              ObjectRule.ENV_TWICE,
              "- name: PASSWORD",
              "- name: GREETING",
              "container web of Deployment shop/shop sets GREETING twice: remove one of the two"),
          inManifests(
              ObjectRule.PART_TWICE,
              "                - name: cache\n                  mountPath: /cache",
              "                - name: cache\n                  mountPath: /cache\n                - name: cache\n                  mountPath: /cache",
              "container tidy of CronJob shop/shop-tidy has mount path /cache twice: rename or remove one of the two"),
          inManifests(
              ObjectRule.VOLUME_UNKNOWN,
              "                - name: cache\n                  mountPath: /cache",
              "                - name: cahce\n                  mountPath: /cache",
              "container tidy of CronJob shop/shop-tidy mounts volume cahce, which its pod does not have (it has cache): add it, or name one that is there"),
          inManifests(
              ObjectRule.ACCESS_MODE,
              "    - ReadWriteOnce\n  storageClassName: local-path",
              "    - ReadWriteMany\n  storageClassName: local-path",
              "/spec/accessModes/0 of PersistentVolumeClaim shop/shop-cache is ReadWriteMany, but one machine at a time mounts volumes of storage class local-path: ask for ReadWriteOnce, or take a class of shared volumes"),
          inManifests(
              ObjectRule.PORT_INVALID,
              "path: /ready\n              port: http",
              "path: /ready\n              port: htpp",
              "the port of the readinessProbe of container web of Deployment shop/shop is 'htpp', which the container does not have (it has http): name one that it has"),
          inManifests(
              ObjectRule.PORT_INVALID,
              "containerPort: 8080",
              "containerPort: 70000",
              "port http of container web of Deployment shop/shop is 70000: take a number from 1 to 65535"),
          inManifests(
              ObjectRule.PORT_INVALID,
              "  ports:\n    - name: http\n      port: 80\n",
              "  ports:\n    - name: http\n      port: 81\n      targetPort: http\n    - name: http\n      port: 80\n",
              "Service shop/shop has 2 ports named 'http', 'http': give each a name of its own"),
          inManifests(
              ObjectRule.QUANTITY_INVALID,
              "cpu: 50m",
              "cpu: 100x",
              "/spec/template/spec/containers/0/resources/requests/cpu of Deployment shop/shop is '100x': write a number with a unit, as 500m, 2, 512Mi or 10Gi"),
          inManifests(
              ObjectRule.QUANTITY_UNIT,
              "memory: 64Mi\n            limits",
              "memory: 64m\n            limits",
              "/spec/template/spec/containers/0/resources/requests/memory of Deployment shop/shop is 64m, which is 0.064 bytes: write a unit of bytes, as 64Mi"),
          inManifests(
              ObjectRule.QUANTITY_UNIT,
              "cpu: 50m",
              "cpu: 500",
              "/spec/template/spec/containers/0/resources/requests/cpu of Deployment shop/shop is 500, which is 500 whole CPUs: write thousandths, as 500m"),
          inManifests(
              ObjectRule.REQUEST_ABOVE_LIMIT,
              "memory: 64Mi\n            limits",
              "memory: 96Mi\n            limits",
              "/spec/template/spec/containers/0/resources/limits/memory of Deployment shop/shop is 64Mi, which is less than the request of 96Mi: raise the limit or lower the request"),
          inManifests(
              ObjectRule.CRON_INVALID,
              "schedule: 17 3 * * *",
              "schedule: 61 25 * * *",
              "/spec/schedule of CronJob shop/shop-tidy is '61 25 * * *', but minute '61' is not from 0 to 59: write minute hour day month weekday"),
          inManifests(
              ObjectRule.CRON_INVALID,
              "schedule: 17 3 * * *",
              "schedule: 17 3 * * *\n  timeZone: Europe/Berlinn",
              "/spec/timeZone of CronJob shop/shop-tidy is 'Europe/Berlinn', which is no time zone: write one as Europe/Berlin or Etc/UTC"),
          inManifests(
              ObjectRule.DURATION_INVALID,
              "refreshInterval: 1h",
              "refreshInterval: 1d",
              "/spec/refreshInterval of ExternalSecret shop/shop is '1d', which its reader does not take: write hours, minutes and seconds, as 24h or 1h30m"),
          inManifests(
              ObjectRule.HOSTNAME_INVALID,
              "- shop.example.org",
              "- shop_front.example.org",
              "/spec/hostnames/0 of HTTPRoute shop/shop is 'shop_front.example.org', which is no host name: write lower-case labels joined by dots, with an asterisk as the first at most"),
          inManifests(
              ObjectRule.ADDRESS_INVALID,
              "ingress:\n    - ports:",
              "ingress:\n    - from:\n        - ipBlock:\n            cidr: 192.0.2/24\n      ports:",
              "/spec/ingress/0/from/0/ipBlock/cidr of NetworkPolicy shop/shop: '192.0.2/24' is not a network: write an address and a prefix length, as 10.0.0.0/24"),
          onShelf(
              ObjectRule.DATA_INVALID,
              "  greeting: welcome",
              "  a greeting: welcome",
              "'a greeting' of ConfigMap shelf/notes is not a key: use letters, digits, hyphens, underscores and dots"),
          new Mistake(
              ObjectRule.EXEMPTION_STALE,
              "house/shop",
              "house.shop.exempt(",
              "it is exempted from PORT_INVALID (it listens on a port of its own), which it does not break: remove the exemption",
              () ->
                  new SoundHome()
                      .and(
                          house ->
                              house.shop.exempt(
                                  ObjectRule.PORT_INVALID, "it listens on a port of its own"))));

  private ObjectMistakes() {}

  /** A part of what is on the shelf replaced by another. */
  static Mistake onShelf(Rule rule, String what, String other, String message) {
    return new Mistake(rule, "house/shelf", Shelf.LINE, message, () -> Shelf.with(what, other));
  }

  private static Mistake everywhere(Rule rule, String what, String other, String message) {
    return new Mistake(
        rule,
        "house/shop",
        Mistake.SHOP,
        message,
        () -> new SoundHome(text -> text.replace(what, other)));
  }
}

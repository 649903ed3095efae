package io.github.homelab4j.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.diff.ObjectDiff.Change;
import io.github.homelab4j.diff.ObjectDiff.Field;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two revisions of a cluster, and exactly what differs between them. */
class TreeDiffTest {
  private static final String KUSTOMIZATION =
      """
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {name: %1$s, namespace: flux-system}
      spec: {path: ./clusters/home/apps/web/%1$s/app, dependsOn: [{name: a}, {name: b}]}
      """;
  private static final String RELEASE =
      """
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: {name: shop, namespace: web}
      spec:
        chart: {spec: {chart: shop, version: 1.2.3}}
        values: {replicas: 3, image: {repository: example/shop, tag: v1}}
      """;
  private static final String ROUTE =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: shop, namespace: web}
      spec: {hostnames: [shop.example.org]}
      """;
  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: shop, namespace: web}
      spec: {rules: [{host: shop.example.org, http: {paths: [{path: /, pathType: Prefix}]}}]}
      """;
  private static final String DATABASE =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: wiki, namespace: web}
      """;
  private static final String BINDING =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: shop}
      roleRef: {kind: ClusterRole, name: view}
      """;

  private final SortedMap<String, String> before = new TreeMap<>();
  private final SortedMap<String, String> after;

  TreeDiffTest() {
    before.put("apps/web/shop/ks.yaml", KUSTOMIZATION.formatted("shop"));
    before.put("apps/web/shop/app/helmrelease.yaml", RELEASE);
    before.put("apps/web/shop/app/httproute.yaml", ROUTE);
    before.put("apps/web/wiki/ks.yaml", KUSTOMIZATION.formatted("wiki"));
    before.put("apps/web/wiki/app/statefulset.yaml", DATABASE);
    after = new TreeMap<>(before);
  }

  @Test
  void the_same_tree_has_no_difference() {
    assertThat(diff().isEmpty()).isTrue();
  }

  @Test
  void a_version_is_a_bump_and_no_field() {
    change("apps/web/shop/app/helmrelease.yaml", "version: 1.2.3", "version: 1.3.0");
    change("apps/web/shop/app/helmrelease.yaml", "tag: v1", "tag: v2");
    var shop = only(diff());
    assertThat(shop.bumps())
        .containsExactly(
            new Bump("chart shop", "1.2.3", "1.3.0"), new Bump("image example/shop", "v1", "v2"));
    assertThat(shop.objects()).isEmpty();
  }

  @Test
  void fewer_copies_are_marked() {
    change("apps/web/shop/app/helmrelease.yaml", "replicas: 3", "replicas: 1");
    var release = only(diff()).objects().get(0);
    assertThat(release.fields()).containsExactly(new Field("spec.values.replicas", "3", "1"));
    assertThat(release.marks())
        .containsExactly(new Mark(Danger.REPLICAS_DOWN, "1 copies run instead of 3"));
  }

  @Test
  void more_copies_are_not_marked() {
    change("apps/web/shop/app/helmrelease.yaml", "replicas: 3", "replicas: 5");
    assertThat(only(diff()).objects().get(0).marks()).isEmpty();
  }

  @Test
  void another_host_name_is_an_exposure() {
    change("apps/web/shop/app/httproute.yaml", "shop.example.org", "store.example.org");
    var route = only(diff()).objects().get(0);
    assertThat(route.change()).isEqualTo(Change.CHANGED);
    assertThat(route.fields())
        .containsExactly(new Field("spec.hostnames.0", "shop.example.org", "store.example.org"));
    assertThat(route.marks()).extracting(Mark::danger).containsExactly(Danger.EXPOSURE);
  }

  @Test
  void another_host_name_of_an_ingress_is_an_exposure() {
    before.put("apps/web/shop/app/ingress.yaml", INGRESS);
    after.put("apps/web/shop/app/ingress.yaml", INGRESS.replace("shop.example", "store.example"));
    assertThat(only(diff()).objects().get(0).marks())
        .extracting(Mark::danger)
        .containsExactly(Danger.EXPOSURE);
    after.put(
        "apps/web/shop/app/ingress.yaml",
        INGRESS.replace("rules: [", "rules: [{host: inner.example.org}, "));
    assertThat(only(diff()).objects().get(0).marks())
        .extracting(Mark::danger)
        .contains(Danger.EXPOSURE);
    after.put("apps/web/shop/app/ingress.yaml", INGRESS.replace("path: /,", "path: /shop,"));
    assertThat(only(diff()).objects().get(0).marks()).isEmpty();
  }

  @Test
  void a_component_that_is_gone_takes_its_data_with_it() {
    after.keySet().removeIf(path -> path.startsWith("apps/web/wiki/"));
    var wiki = only(diff());
    assertThat(wiki.component()).isEqualTo("wiki");
    assertThat(wiki.objects())
        .extracting(ObjectDiff::change, ObjectDiff::object, object -> object.marks().get(0))
        .containsExactly(
            tuple(
                Change.REMOVED,
                "StatefulSet web/wiki",
                new Mark(Danger.DATA_LOSS, "Flux deletes it, and its data with it")),
            tuple(
                Change.REMOVED,
                "Kustomization flux-system/wiki",
                new Mark(Danger.PRUNE, "Flux deletes what it applied")));
  }

  @Test
  void what_is_kept_from_pruning_stays() {
    change(
        "apps/web/wiki/app/statefulset.yaml",
        "namespace: web}",
        "namespace: web, annotations: {kustomize.toolkit.fluxcd.io/prune: disabled}}");
    before.putAll(after);
    after.remove("apps/web/wiki/app/statefulset.yaml");
    assertThat(only(diff()).objects().get(0).marks())
        .containsExactly(new Mark(Danger.PRUNE, "it stays in the cluster, and nothing manages it"));
  }

  @Test
  void a_field_that_the_api_server_does_not_change_is_marked() {
    before.put(
        "apps/web/wiki/app/statefulset.yaml",
        DATABASE + "spec: {serviceName: wiki, replicas: 1}\n");
    after.put(
        "apps/web/wiki/app/statefulset.yaml",
        DATABASE + "spec: {serviceName: wikis, replicas: 1}\n");
    assertThat(only(diff()).objects().get(0).marks())
        .containsExactly(
            new Mark(
                Danger.IMMUTABLE,
                "changes spec.serviceName from wiki to wikis, which the API server refuses, and with it everything else of Kustomization wiki: delete the StatefulSet alone with kubectl delete --cascade=orphan, which keeps its pods and volumes"));
    change("apps/web/wiki/app/statefulset.yaml", "wikis, replicas: 1", "wiki, replicas: 2");
    assertThat(only(diff()).objects().get(0).marks()).isEmpty();
  }

  @Test
  void an_image_that_a_job_cannot_change_is_a_bump_and_marked() {
    var job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once, namespace: web}
        spec: {template: {spec: {containers: [{name: once, image: "example/once:1"}]}}}
        """;
    before.put("apps/web/shop/app/job.yaml", job);
    after.put("apps/web/shop/app/job.yaml", job.replace("once:1", "once:2"));
    var shop = only(diff());
    assertThat(shop.bumps()).containsExactly(new Bump("image example/once", "1", "2"));
    assertThat(shop.objects().get(0).fields()).isEmpty();
    assertThat(shop.objects().get(0).marks())
        .extracting(Mark::danger)
        .containsExactly(Danger.IMMUTABLE);
  }

  @Test
  void a_release_of_another_chart_is_uninstalled() {
    change("apps/web/shop/app/helmrelease.yaml", "chart: shop", "chart: store");
    assertThat(only(diff()).objects().get(0).marks())
        .containsExactly(
            new Mark(
                Danger.DATA_LOSS,
                "chart from shop to store: Flux uninstalls the release and installs another"));
  }

  @Test
  void a_chart_whose_source_is_not_in_the_tree_is_not_called_another() {
    change(
        "apps/web/shop/app/helmrelease.yaml",
        "chart: {spec: {chart: shop, version: 1.2.3}}",
        "chartRef: {kind: OCIRepository, name: shop}");
    var release = only(diff()).objects().get(0);
    assertThat(release.fields()).isNotEmpty();
    assertThat(release.marks()).isEmpty();
  }

  @Test
  void an_unchanged_release_is_compared_with_the_chart_that_its_source_has_become() {
    change(
        "apps/web/shop/app/helmrelease.yaml",
        "chart: {spec: {chart: shop, version: 1.2.3}}",
        "chartRef: {kind: OCIRepository, name: shop}");
    before.put(
        "apps/web/shop/app/helmrelease.yaml", after.get("apps/web/shop/app/helmrelease.yaml"));
    var source =
        """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: OCIRepository
        metadata: {name: shop, namespace: web}
        spec: {url: 'oci://charts.example.org/%s'}
        """;
    before.put("apps/web/shop/app/ocirepository.yaml", source.formatted("shop"));
    after.put("apps/web/shop/app/ocirepository.yaml", source.formatted("store"));
    assertThat(only(diff()).objects())
        .flatExtracting(ObjectDiff::marks)
        .contains(
            new Mark(
                Danger.DATA_LOSS,
                "chart from shop to store: Flux uninstalls the release and installs another"));
  }

  @Test
  void what_many_objects_change_alike_is_said_once() {
    for (var name : java.util.List.of("a", "b", "c")) {
      var release = RELEASE.replace("name: shop", "name: " + name);
      before.put("apps/web/%1$s/app/helmrelease.yaml".formatted(name), release);
      after.put(
          "apps/web/%1$s/app/helmrelease.yaml".formatted(name),
          release.replace("replicas: 3", "replicas: 1, quiet: true"));
    }
    change("apps/web/b/app/helmrelease.yaml", "quiet: true", "quiet: true, loud: false");
    assertThat(DiffText.plain(java.util.List.of(diff())))
        .isEqualTo(
            """
            home
              3 objects alike
                ~ HelmRelease web/a
                ~ HelmRelease web/b
                ~ HelmRelease web/c
                    spec.values.replicas: 3 -> 1
                    spec.values.quiet: true (new)
                  ! replicas down: 1 copies run instead of 3
              b (HomeCluster.java:12)
                ~ HelmRelease web/b
                    spec.values.loud: false (new)
            """);
    assertThat(DiffText.markdown(java.util.List.of(diff())))
        .contains(
            "| replicas down | home | HelmRelease web/a, HelmRelease web/b, HelmRelease web/c | 1 copies run instead of 3 |")
        .containsOnlyOnce("+ spec.values.quiet: true")
        .contains("**b** (HomeCluster.java:12)");
    // Two are few.
    after.put("apps/web/c/app/helmrelease.yaml", before.get("apps/web/c/app/helmrelease.yaml"));
    assertThat(DiffText.plain(java.util.List.of(diff()))).doesNotContain("alike");
  }

  @Test
  void what_was_kept_from_pruning_and_is_no_more_is_marked() {
    var kept = "namespace: web, annotations: {kustomize.toolkit.fluxcd.io/prune: disabled}}";
    change("apps/web/wiki/app/statefulset.yaml", "namespace: web}", kept);
    assertThat(only(diff()).objects().get(0).marks()).isEmpty();
    after.putAll(before);
    before.put("apps/web/wiki/app/statefulset.yaml", DATABASE.replace("namespace: web}", kept));
    assertThat(only(diff()).objects().get(0).marks())
        .containsExactly(new Mark(Danger.DATA_LOSS, "Flux deletes it when its file goes"));
  }

  @Test
  void more_rights_are_marked() {
    after.put("apps/web/shop/app/clusterrolebinding.yaml", BINDING);
    assertThat(only(diff()).objects().get(0).marks())
        .containsExactly(new Mark(Danger.RBAC, "it gives ClusterRole view"));
  }

  @Test
  void a_note_on_a_binding_gives_no_rights() {
    before.put("apps/web/shop/app/clusterrolebinding.yaml", BINDING);
    after.put("apps/web/shop/app/clusterrolebinding.yaml", BINDING);
    change(
        "apps/web/shop/app/clusterrolebinding.yaml",
        "{name: shop}",
        "{name: shop, annotations: {note: hello}}");
    assertThat(only(diff()).objects().get(0).marks()).isEmpty();
    change(
        "apps/web/shop/app/clusterrolebinding.yaml",
        "roleRef",
        "subjects: [{kind: User, name: eve}]\nroleRef");
    assertThat(only(diff()).objects().get(0).marks())
        .contains(new Mark(Danger.RBAC, "others get the role"));
  }

  @Test
  void order_counts_only_where_kubernetes_heeds_it() {
    change("apps/web/shop/ks.yaml", "[{name: a}, {name: b}]", "[{name: b}, {name: a}]");
    assertThat(diff().isEmpty()).isTrue();
    change("apps/web/shop/ks.yaml", "[{name: b}, {name: a}]", "[{name: b}]");
    assertThat(only(diff()).objects().get(0).fields())
        .containsExactly(new Field("spec.dependsOn.a.name", "a", ""));
  }

  @Test
  void a_comment_on_a_pull_request_begins_with_what_is_dangerous() {
    change("apps/web/shop/app/helmrelease.yaml", "version: 1.2.3", "version: 1.3.0");
    change("apps/web/shop/app/helmrelease.yaml", "replicas: 3", "replicas: 1");
    assertThat(DiffText.markdown(java.util.List.of(diff())))
        .isEqualTo(
            """
            ### Look twice

            | danger | where | object | what happens |
            |---|---|---|---|
            | replicas down | home/shop | HelmRelease web/shop | 1 copies run instead of 3 |

            ### home

            | component | version of | before | after |
            |---|---|---|---|
            | shop | chart shop | 1.2.3 | 1.3.0 |

            **shop** (HomeCluster.java:12)
            ```diff
            # HelmRelease web/shop
            - spec.values.replicas: 3
            + spec.values.replicas: 1
            ```

            """);
  }

  private void change(String path, String what, String other) {
    assertThat(after.get(path)).contains(what);
    after.put(path, after.get(path).replace(what, other));
  }

  private ClusterDiff diff() {
    return TreeDiff.between(
        "home", CommittedTree.of(before), CommittedTree.of(after), name -> "HomeCluster.java:12");
  }

  private static ComponentDiff only(ClusterDiff diff) {
    assertThat(diff.components()).hasSize(1);
    return diff.components().get(0);
  }
}

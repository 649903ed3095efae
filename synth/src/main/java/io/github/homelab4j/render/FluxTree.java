package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.crd.flux.FluxKustomization;
import io.github.homelab4j.crd.flux.GitRepository;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Namespaces;
import io.github.homelab4j.graph.Part;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.plan.HomelabPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of a cluster as Flux walks them: the root applies {@code apps/}, which lists namespaces
 * and the Kustomizations of their units, which apply {@code app/} and {@code config/}.
 */
public final class FluxTree {
  static final String FLUX = "flux-system";
  private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9.-]");
  private static final Duration ROOT_TIMEOUT = Duration.ofMinutes(5);
  private static final FluxKustomization.SourceRef SOURCE =
      new FluxKustomization.SourceRef("GitRepository", FLUX, Optional.of(FLUX));
  // The Age key; the owner puts it there during bootstrap.
  private static final FluxKustomization.Decryption SOPS =
      new FluxKustomization.Decryption("sops", new FluxKustomization.SecretName("sops-age"));

  private final HomelabPlan plan;
  private final ClusterModel model;
  private final String base;
  private final Schemas schemas;
  private final List<SopsFile> secrets;
  private final Map<String, SortedMap<String, String>> labels;
  private final SortedMap<String, FluxFile> files = new TreeMap<>();

  private FluxTree(HomelabPlan plan, ClusterModel model, List<SopsFile> secrets) {
    this.plan = plan;
    this.model = model;
    this.base = "./clusters/" + model.id();
    this.secrets = secrets;
    this.labels = model.namespaceLabels();
    this.schemas = new Schemas(model.cluster().plan().kubernetesVersion().text());
  }

  /** The files of a cluster, rendered and read back several at a time. */
  public static SortedMap<String, String> of(
      HomelabPlan plan, ClusterModel model, List<SopsFile> secrets, Jobs jobs) {
    var files = files(plan, model, secrets);
    var texts = jobs.run(files.stream().map(file -> (Supplier<String>) file::text).toList());
    var tree = new TreeMap<String, String>();
    for (int i = 0; i < texts.size(); i++) {
      tree.put(files.get(i).path(), texts.get(i));
    }
    return tree;
  }

  /**
   * The files of a cluster in the order of their paths, yet to be rendered; the owner's encrypted
   * Secrets are copied as they are.
   */
  public static List<FluxFile> files(HomelabPlan plan, ClusterModel model, List<SopsFile> secrets) {
    return List.copyOf(new FluxTree(plan, model, secrets).run().values());
  }

  private SortedMap<String, FluxFile> run() {
    root();
    var byNamespace =
        model.units().stream()
            .collect(Collectors.groupingBy(Unit::namespace, TreeMap::new, Collectors.toList()));
    var folders = new TreeSet<>(model.namespaces().keySet());
    folders.addAll(byNamespace.keySet());
    secrets.forEach(secret -> folders.add(secret.namespace()));
    kustomization("apps", folders.stream().map(name -> "./" + name).toList());
    for (var name : folders) {
      namespace(name, byNamespace.getOrDefault(name, List.of()));
    }
    return files;
  }

  private void root() {
    var source = GitRepository.root(Meta.of(FLUX, FLUX), plan.git());
    file("flux/gitrepository.yaml", Emitted.of(source), "");
    // Never pruned: a root that loses a file must not take the cluster's reconciliation with it.
    file(
        "flux/kustomization-flux-system.yaml",
        Emitted.of(rootKustomization(FLUX, "flux", false)),
        "");
    file("flux/kustomization-apps.yaml", Emitted.of(rootKustomization("apps", "apps", true)), "");
    kustomization(
        "flux",
        List.of(
            "./gitrepository.yaml",
            "./kustomization-apps.yaml",
            "./kustomization-flux-system.yaml"));
  }

  private FluxKustomization rootKustomization(String name, String folder, boolean prune) {
    return new FluxKustomization(
        Meta.of(name, FLUX),
        FluxKustomization.Spec.builder()
            .interval(FluxKustomization.INTERVAL)
            .retryInterval(FluxKustomization.RETRY_INTERVAL)
            .timeout(ROOT_TIMEOUT)
            .path(base + "/" + folder)
            .prune(prune)
            .deletionPolicy(prune ? "MirrorPrune" : "Orphan")
            .sourceRef(SOURCE)
            .decryption(SOPS)
            .waits(false)
            .build());
  }

  private void namespace(String name, List<Unit> units) {
    var folder = "apps/" + name;
    var listed = new ArrayList<String>();
    // A Secret of the owner's may be all that is in it.
    var level = model.namespaces().getOrDefault(name, PodSecurity.RESTRICTED);
    if (!Namespaces.EXTERNAL.contains(name)) {
      file(
          folder + "/namespace.yaml",
          Emitted.of(namespace(name, level, labels.getOrDefault(name, new TreeMap<>()))),
          "");
      listed.add("./namespace.yaml");
    }
    if (model.cluster().tenants().contains(name)) {
      for (var object : TenantRights.of(name)) {
        var file =
            "%s-%s.yaml"
                .formatted(
                    object.getKind().toLowerCase(Locale.ROOT), object.getMetadata().getName());
        file(folder + "/" + file, Emitted.of(object), "");
        listed.add("./" + file);
      }
    }
    for (var secret : secrets.stream().filter(file -> file.namespace().equals(name)).toList()) {
      var path = folder + "/" + secret.fileName();
      files.put(path, FluxFile.copied(model.id(), path, secret.content()));
      listed.add("./" + secret.fileName());
    }
    for (var unit : units.stream().sorted(Comparator.comparing(Unit::name)).toList()) {
      unit(folder + "/" + unit.name(), unit);
      listed.add("./" + unit.name() + "/ks.yaml");
    }
    kustomization(folder, listed);
  }

  private static HasMetadata namespace(
      String name, PodSecurity level, SortedMap<String, String> labels) {
    for (var mode : List.of("enforce", "audit", "warn")) {
      labels.put("pod-security.kubernetes.io/" + mode, level.label());
    }
    return new NamespaceBuilder()
        .withNewMetadata()
        .withName(name)
        .withLabels(labels)
        .endMetadata()
        .build();
  }

  private void unit(String folder, Unit unit) {
    yaml(
        folder + "/ks.yaml",
        head(schemas.of("kustomize.toolkit.fluxcd.io/v1", "Kustomization"), unit.source()),
        unit.parts().stream().map(part -> kustomization(folder, part)).toList());
    for (var part : unit.parts()) {
      var listed = new TreeMap<String, Emitted>();
      var names = new HashMap<String, Integer>();
      part.objects().forEach(object -> names.merge(kindAndName(object), 1, Integer::sum));
      for (var object : part.objects()) {
        listed.put(fileName(unit, object, names.get(kindAndName(object)) > 1), object);
      }
      listed.forEach(
          (name, object) -> file(folder + "/" + part.folder() + "/" + name, object, unit.source()));
      kustomization(
          folder + "/" + part.folder(), listed.keySet().stream().map(name -> "./" + name).toList());
    }
  }

  private static String kindAndName(Emitted object) {
    return object.kind() + "/" + object.name();
  }

  // Another namespace of the same unit, or another group with the same kind, must not share a file.
  private static String fileName(Unit unit, Emitted object, boolean hasTwin) {
    var kind =
        object.kind().equals("Kustomization")
            ? "flux-kustomization"
            : object.kind().toLowerCase(Locale.ROOT);
    var name = object.name().equals(unit.name()) ? kind : kind + "-" + inFileName(object.name());
    return hasTwin ? name + "-" + object.namespace() + ".yaml" : name + ".yaml";
  }

  private static String inFileName(String name) {
    return UNUSUAL.matcher(name).replaceAll("-");
  }

  private FluxKustomization kustomization(String folder, Part part) {
    var unit = part.unit();
    var checks = part.isConfig() ? List.<FluxKustomization.HealthCheckRef>of() : healthChecks(unit);
    return new FluxKustomization(
        Meta.of(part.name(), FLUX),
        FluxKustomization.Spec.builder()
            .interval(FluxKustomization.INTERVAL)
            .retryInterval(FluxKustomization.RETRY_INTERVAL)
            .timeout(unit.timeout())
            .addAllDependsOn(
                part.dependsOn().stream()
                    .map(name -> new FluxKustomization.DependsOn(name, Optional.empty()))
                    .toList())
            .path("%s/%s/%s".formatted(base, folder, part.folder()))
            .prune(true)
            // What an operator must clean up behind its custom resources is waited for, so that the
            // operator is still there to do it.
            .deletionPolicy(part.isConfig() ? "WaitForTermination" : "MirrorPrune")
            .sourceRef(SOURCE)
            .serviceAccountName(
                model.cluster().tenants().contains(unit.namespace())
                    ? Optional.of(TenantRights.account(unit.namespace()))
                    : Optional.empty())
            .decryption(SOPS)
            .waits(checks.isEmpty() ? Optional.of(true) : Optional.empty())
            .addAllHealthChecks(checks)
            .addAllHealthCheckExprs(expressions(part))
            .build());
  }

  private static List<FluxKustomization.HealthCheckRef> healthChecks(Unit unit) {
    return unit.healthChecks().stream()
        .map(
            check ->
                new FluxKustomization.HealthCheckRef(
                    check.apiVersion(),
                    check.kind(),
                    check.name(),
                    Optional.of(check.namespace()).filter(name -> !name.isEmpty())))
        .toList();
  }

  private static List<FluxKustomization.HealthCheckExpr> expressions(Part part) {
    var byKind = new TreeMap<String, FluxKustomization.HealthCheckExpr>();
    for (var object : part.objects()) {
      object
          .health()
          .ifPresent(
              health ->
                  byKind.putIfAbsent(
                      object.apiVersion() + object.kind(),
                      expression(object.apiVersion(), object.kind(), health)));
    }
    if (!part.isConfig()) {
      for (var check : part.unit().healthChecks()) {
        check
            .health()
            .ifPresent(
                health ->
                    byKind.putIfAbsent(
                        check.apiVersion() + check.kind(),
                        expression(check.apiVersion(), check.kind(), health)));
      }
    }
    return new ArrayList<>(byKind.values());
  }

  private static FluxKustomization.HealthCheckExpr expression(
      String apiVersion, String kind, Health health) {
    return new FluxKustomization.HealthCheckExpr(
        apiVersion,
        kind,
        Optional.of(health.inProgress()).filter(text -> !text.isEmpty()),
        Optional.of(health.failed()).filter(text -> !text.isEmpty()),
        health.current());
  }

  private void kustomization(String folder, List<String> resources) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("apiVersion", "kustomize.config.k8s.io/v1beta1")
            .put("kind", "Kustomization");
    var list = tree.putArray("resources");
    resources.stream().sorted().forEach(list::add);
    yaml(folder + "/kustomization.yaml", head(Schemas.KUSTOMIZATION, ""), List.of(tree));
  }

  private void file(String path, Emitted object, String source) {
    var head = head(schemas.of(object.apiVersion(), object.kind()), source);
    yaml(path, head, List.of(object.tree()));
  }

  private void yaml(String path, String head, List<?> documents) {
    files.put(path, new FluxFile(model.id(), path, head, documents));
  }

  private static String head(String schema, String source) {
    var first = "# yaml-language-server: $schema=" + schema + "\n";
    return source.isEmpty()
        ? first
        : first + "# From " + source + ": change the stack, not this file.\n";
  }
}

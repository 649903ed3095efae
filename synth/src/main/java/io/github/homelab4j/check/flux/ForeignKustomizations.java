package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Near;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Kustomizations that components and charts of the user's own emit must not do. */
public final class ForeignKustomizations implements Check {
  private static final Pattern VARIABLE = Pattern.compile("[_A-Za-z][_A-Za-z0-9]*");
  private static final String FORCE = "/metadata/annotations/kustomize.toolkit.fluxcd.io~1force";
  private static final Set<String> WITH_DATA =
      Set.of("StatefulSet", "PersistentVolumeClaim", "PersistentVolume", "Namespace");

  /** What Flux 2.9 serves. */
  private static final Map<String, Set<String>> VERSIONS =
      Map.of(
          "source.toolkit.fluxcd.io", Set.of("v1"),
          "kustomize.toolkit.fluxcd.io", Set.of("v1"),
          "helm.toolkit.fluxcd.io", Set.of("v2"),
          "notification.toolkit.fluxcd.io", Set.of("v1", "v1beta3"),
          "image.toolkit.fluxcd.io", Set.of("v1"));

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        FluxRule.FLUX_VARIABLES, FluxRule.FLUX_FORCE, FluxRule.FLUX_PATH, FluxRule.FLUX_API);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      FluxObjects.of(cluster).forEach(object -> version(object, report));
      for (var kustomization : FluxObjects.of(cluster, "Kustomization")) {
        variables(kustomization, report);
        path(kustomization, report);
        judgeForce(kustomization, kustomization.emitted().at("/spec/force").asBoolean(), report);
      }
      for (var kind : WITH_DATA.stream().sorted().toList()) {
        for (var object : cluster.objects(kind)) {
          judgeForce(object, object.emitted().at(FORCE).asText().equals("enabled"), report);
        }
      }
    }
  }

  private static void version(Subject subject, Report report) {
    var object = subject.emitted();
    var version = object.apiVersion().substring(object.apiVersion().indexOf('/') + 1);
    var served = VERSIONS.getOrDefault(object.group(), Set.of());
    report.judge(
        FluxRule.FLUX_API,
        subject,
        served.contains(version),
        () ->
            "%s is of version %s, and Flux serves %s of %s: take that"
                .formatted(object.describe(), version, Near.list(version, served), object.group()));
  }

  private static void variables(Subject subject, Report report) {
    var variables = subject.emitted().at("/spec/postBuild/substitute");
    for (var fields = variables.fields(); fields.hasNext(); ) {
      var field = fields.next();
      var isName = VARIABLE.matcher(field.getKey()).matches();
      report.judge(
          FluxRule.FLUX_VARIABLES,
          subject,
          isName && !field.getValue().asText().contains("\n"),
          () ->
              isName
                  ? "%s puts several lines into variable %s, whose breaks Flux takes out: write the value into the object"
                      .formatted(subject.emitted().describe(), field.getKey())
                  : "%s has a variable %s, and names are made of letters, digits and underscores: rename it"
                      .formatted(subject.emitted().describe(), field.getKey()));
    }
  }

  // Every object of the homelab is reached once from its root already.
  private static void path(Subject subject, Report report) {
    var object = subject.emitted();
    var source = object.at("/spec/sourceRef");
    var isOwn =
        source.path("kind").asText().equals("GitRepository")
            && source.path("name").asText().equals("flux-system");
    var path = normal(object.at("/spec/path").asText());
    var base = "clusters/" + subject.cluster() + "/";
    report.judge(
        FluxRule.FLUX_PATH,
        subject,
        !isOwn || !(path.startsWith(base) || base.startsWith(path)),
        () ->
            "%s applies ./%s of this repository, where ./%s is applied already: take another folder"
                .formatted(object.describe(), path, base));
  }

  private static String normal(String path) {
    var trimmed = path.replaceFirst("^\\./", "").replaceFirst("^\\.$", "");
    return trimmed.isEmpty() || trimmed.endsWith("/") ? trimmed : trimmed + "/";
  }

  private static void judgeForce(Subject subject, boolean isForced, Report report) {
    report.judge(
        FluxRule.FLUX_FORCE,
        subject,
        !isForced,
        () ->
            "%s is forced: what cannot be changed in place is deleted and made anew, with its data; take it out"
                .formatted(subject.emitted().describe()));
  }
}

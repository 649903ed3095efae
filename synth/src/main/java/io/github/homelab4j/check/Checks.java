package io.github.homelab4j.check;

import io.github.homelab4j.change.Changes;
import io.github.homelab4j.check.change.ChangedFields;
import io.github.homelab4j.check.change.ChangedNamespaces;
import io.github.homelab4j.check.change.ChangedOwners;
import io.github.homelab4j.check.change.ChangedReleases;
import io.github.homelab4j.check.flux.DefinitionsComeFirst;
import io.github.homelab4j.check.flux.ForeignKustomizations;
import io.github.homelab4j.check.flux.KustomizationCycles;
import io.github.homelab4j.check.flux.ObjectsOnce;
import io.github.homelab4j.check.flux.Readiness;
import io.github.homelab4j.check.flux.Releases;
import io.github.homelab4j.check.flux.Sizes;
import io.github.homelab4j.check.flux.TenantScope;
import io.github.homelab4j.check.flux.Times;
import io.github.homelab4j.check.flux.ValuesArrive;
import io.github.homelab4j.check.object.ObjectChecks;
import io.github.homelab4j.check.plan.ForwardsAnswered;
import io.github.homelab4j.check.plan.PlanAddresses;
import io.github.homelab4j.check.plan.PlanApi;
import io.github.homelab4j.check.plan.PlanBgp;
import io.github.homelab4j.check.plan.PlanBgpEnds;
import io.github.homelab4j.check.plan.PlanCheck;
import io.github.homelab4j.check.plan.PlanDhcp;
import io.github.homelab4j.check.plan.PlanForwards;
import io.github.homelab4j.check.plan.PlanMesh;
import io.github.homelab4j.check.plan.PlanNames;
import io.github.homelab4j.check.plan.PlanOverlays;
import io.github.homelab4j.check.plan.PlanOwnsLiterals;
import io.github.homelab4j.check.plan.PlanPools;
import io.github.homelab4j.check.plan.PlanRanges;
import io.github.homelab4j.check.plan.PlanServices;
import io.github.homelab4j.check.plan.PlanSizes;
import io.github.homelab4j.check.plan.RecordsServed;
import io.github.homelab4j.check.policy.Controllers;
import io.github.homelab4j.check.policy.CopiesOfPods;
import io.github.homelab4j.check.policy.NamespaceLevels;
import io.github.homelab4j.check.policy.PodRights;
import io.github.homelab4j.check.policy.PodRules;
import io.github.homelab4j.check.policy.PodsInPlace;
import io.github.homelab4j.check.policy.Roles;
import io.github.homelab4j.check.policy.Routes;
import io.github.homelab4j.check.policy.Services;
import io.github.homelab4j.check.reference.CrossNamespace;
import io.github.homelab4j.check.reference.MeshPairs;
import io.github.homelab4j.check.reference.NamespacesDeclared;
import io.github.homelab4j.check.reference.ReferencesResolve;
import io.github.homelab4j.check.reference.SelectorsSelect;
import io.github.homelab4j.check.reference.SharedVolumes;
import io.github.homelab4j.check.reference.StoresAgree;
import io.github.homelab4j.check.secret.SecretChecks;
import io.github.homelab4j.check.start.InstallableBeforeFlux;
import io.github.homelab4j.check.start.LevelsInOrder;
import io.github.homelab4j.check.start.StartCycles;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rules. */
public final class Checks {
  private static final List<PlanCheck> PLAN =
      List.of(
          new PlanRanges(),
          new PlanSizes(),
          new PlanAddresses(),
          new PlanApi(),
          new PlanPools(),
          new PlanDhcp(),
          new PlanMesh(),
          new PlanBgp(),
          new PlanBgpEnds(),
          new PlanOverlays(),
          new PlanNames(),
          new PlanForwards());
  private static final List<Check> OUTPUT =
      List.of(
          new PlanOwnsLiterals(),
          new PlanServices(),
          new RecordsServed(),
          new ForwardsAnswered(),
          new HostFiles(),
          new PromisedSpace(),
          new ReferencesResolve(),
          new SelectorsSelect(),
          new CrossNamespace(),
          new NamespacesDeclared(),
          new MeshPairs(),
          new StoresAgree(),
          new SharedVolumes(),
          new DefinitionsComeFirst(),
          new Readiness(),
          new Times(),
          new Releases(),
          new ForeignKustomizations(),
          new Sizes(),
          new ValuesArrive(),
          new KustomizationCycles(),
          new StartCycles(),
          new InstallableBeforeFlux(),
          new LevelsInOrder(),
          new ObjectsOnce(),
          new TenantScope(),
          new PodRules(),
          new NamespaceLevels(),
          new PodsInPlace(),
          new CopiesOfPods(),
          new Controllers(),
          new PodRights(),
          new Roles(),
          new Services(),
          new Routes());
  private static final List<Check> CHANGES =
      List.of(
          new ChangedFields(), new ChangedReleases(), new ChangedNamespaces(), new ChangedOwners());
  private static final List<Check> LIBRARY =
      Stream.of(PLAN, OUTPUT, CHANGES, ObjectChecks.all(), SecretChecks.all())
          .<Check>flatMap(List::stream)
          .toList();

  private Checks() {}

  /** The library's checks, and the homelab's own. */
  public static List<Check> of(Resolution resolution) {
    var checks = new ArrayList<>(LIBRARY);
    checks.addAll(own(resolution));
    return checks;
  }

  /** The homelab's own. */
  static List<Check> own(Resolution resolution) {
    return resolution.homelab() instanceof HasChecks own ? own.checks() : List.of();
  }

  /** The library's, in the order in which they are said to judge. */
  static List<Check> library() {
    return LIBRARY;
  }

  /** Whether one of the library's judges by what was written before. */
  static boolean looksAtChanges(Check check) {
    return CHANGES.contains(check);
  }

  /** What is wrong with a plan, whatever is composed with it. */
  public static Verdict ofPlan(HomelabPlan plan) {
    var report = new Report();
    PLAN.forEach(check -> check.run(plan, report));
    return report.verdict();
  }

  /** Everything that is wrong, with what was found while resolving. */
  public static Verdict run(Resolution resolution) {
    return run(resolution, Map.of());
  }

  /**
   * The same, and what the clusters could not take over.
   *
   * @param changes what would change of each cluster's tree, by the name of the cluster
   */
  public static Verdict run(Resolution resolution, Map<String, Changes> changes) {
    return run(resolution, changes, Map.of());
  }

  /**
   * The same, where owners encrypted Secrets. What is switched off is judged as though it ran.
   *
   * @param changes what would change of each cluster's tree, by the name of the cluster
   * @param secrets the encrypted Secrets, by the name of the cluster
   */
  public static Verdict run(
      Resolution resolution, Map<String, Changes> changes, Map<String, List<Emitted>> secrets) {
    return new Judging(resolution, secrets, Jobs.onAllCores()).all(changes);
  }
}

package io.github.homelab4j.rule;

/** Rules of what Flux applies. */
public enum FluxRule implements Rule {
  /** A Kustomization has one maker. */
  KUSTOMIZATION_TWICE(
      About.error("a Kustomization has one maker")
          .because("each overwrites what the other applies")
          .fix("give one of the two another id")
          .source("https://github.com/fluxcd/kustomize-controller/issues/732")),
  /** Dependencies have no cycle. */
  FLUX_CYCLE(
      About.error("dependencies of Kustomizations have no cycle")
          .because(
              "no member is ever applied, and new commits of the whole source are noticed late")
          .fix("remove one of the references")
          .source("https://github.com/fluxcd/kustomize-controller/issues/1712")),
  /** What is depended on says when it is ready. */
  FLUX_NOT_READY(
      About.error("a Kustomization that others depend on waits for what it applies")
          .because("ready would only mean applied, and the others start too early")
          .fix("set wait, or name health checks")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#wait")),
  /** Readiness is told in one way. */
  FLUX_WAIT_AND_CHECKS(
      About.error("a Kustomization either waits for everything or names health checks")
          .because("with wait, health checks are ignored")
          .fix("keep one of the two")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#wait")),
  /** Health checks name what is there. */
  FLUX_HEALTH_CHECK(
      About.error("a health check names what the Kustomization applies or what its chart creates")
          .because(
              "the Kustomization waits until its timeout at each commit, and later commits wait with it")
          .fix("name an object that is there, or add the fact")
          .source("https://github.com/fluxcd/kustomize-controller/issues/405")),
  /** Nothing that is waited for is suspended. */
  FLUX_SUSPENDED(
      About.error("what a Kustomization waits for is not suspended")
          .because("the Kustomization and all that depend on it hang")
          .fix("take suspend out, or the component")
          .source("https://github.com/fluxcd/kustomize-controller/issues/1100")),
  /** Times fit each other. */
  FLUX_TIMES(
      About.error(
              "what a Kustomization applies gives up before the Kustomization does, and is tried again sooner than it is looked at anyway")
          .because("the Kustomization fails first, and its message does not say why")
          .fix("shorten the inner timeout, or lengthen that of the component")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#timeout")),
  /** Variables are names and lines. */
  FLUX_VARIABLES(
      About.error("variables of a Kustomization have legal names, and values of one line")
          .because("the whole Kustomization fails, or line breaks are lost")
          .fix("rename the variable, or write the value into the object")
          .source(
              "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution")),
  /** Release names are stated and unique. */
  FLUX_RELEASE_NAME(
      About.error("a release states its name, of at most 53 characters and unique in its namespace")
          .because(
              "a longer name is cut and given a hash, and two releases of one name overwrite each other")
          .fix("state a short name of its own")
          .source("https://fluxcd.io/flux/components/helm/helmreleases/#release-name")),
  /** A failed release is tried again. */
  FLUX_RETRIES(
      About.error("a release says how it is tried again after a failure")
          .because("it stays failed after the first one")
          .fix(
              "set install.strategy and upgrade.strategy to RetryOnFailure, or remediation with retries")
          .source("https://fluxcd.io/flux/components/helm/helmreleases/#install-configuration")),
  /** A release says what becomes of definitions. */
  FLUX_DEFINITIONS(
      About.error(
              "a release says what becomes of its chart's definitions: its own are replaced, those of others skipped")
          .because("Helm never updates them, or two releases put their versions over each other")
          .fix("set install.crds and upgrade.crds")
          .source(
              "https://fluxcd.io/flux/components/helm/helmreleases/#custom-resource-definitions-lifecycle")),
  /** A release has one chart from one source. */
  FLUX_CHART(
      About.error(
              "a release takes its chart from one source, and a chart in a registry by an OCIRepository")
          .because("the release is refused, or cannot be pinned by digest")
          .fix("keep either chart or chartRef")
          .source("https://github.com/fluxcd/source-controller/pull/1893")),
  /** Nothing is replaced by force. */
  FLUX_FORCE(
      About.error("no Kustomization is forced, and nothing with data carries the annotation")
          .because("objects are deleted and made anew, with their volumes")
          .fix("take force out; annotate single objects that may be made anew")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#force")),
  /** Folders do not overlap. */
  FLUX_PATH(
      About.error("a Kustomization of its own does not reach into the folders of this homelab")
          .because("the same objects are applied twice, by two owners")
          .fix("take another repository or folder")
          .source("https://github.com/fluxcd/flux2/issues/5611")),
  /** Flux serves the version. */
  FLUX_API(
      About.error("objects of Flux are of versions that the Flux of the catalogue serves")
          .because("the API server refuses them")
          .fix("take the served version")
          .source("https://fluxcd.io/flux/releases/")),
  /** Objects fit into the API. */
  OBJECT_TOO_LARGE(
      About.error(
              "an object is at most 1.5 MiB, a ConfigMap or Secret 1 MiB, its annotations 256 KiB")
          .because("the API server refuses it")
          .fix("split it")
          .source("https://kubernetes.io/docs/concepts/configuration/configmap/")),
  /** Values arrive as they are written. */
  VALUE_LOST(
      About.error("an object holds nothing that kustomize or Flux would change on the way")
          .because("they read each object and write it anew, and some characters do not survive it")
          .fix("take it out, or encode it as Base64 in binaryData")
          .source("https://github.com/kubernetes-sigs/kustomize/issues/5124")),
  /** An object has one owner. */
  OBJECT_TWICE(
      About.error("an object is applied by one Kustomization")
          .because("two of them write it in turn")
          .fix("emit it once")
          .source("https://github.com/fluxcd/kustomize-controller/issues/732")),
  /** Tenants stay in their namespace. */
  TENANT_SCOPE(
      About.error("what a tenant applies stays in its namespace")
          .because("Flux applies it with the rights of that namespace and is refused")
          .fix("move the component, or do not make the namespace a tenant")
          .source(
              "https://fluxcd.io/flux/components/kustomize/kustomizations/#role-based-access-control")),
  /** Settings fit each other. */
  PROPS_INVALID(
      About.error("the settings of a component fit each other")
          .because("the component has no objects that would work")
          .fix("see the message")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/")),
  /** Encrypted files are encrypted. */
  SOPS_INVALID(
      About.error("files of secrets/<cluster>/ are Secrets whose every value is encrypted")
          .because("a secret is readable in Git for ever")
          .fix("encrypt the file with sops")
          .source("https://fluxcd.io/flux/guides/mozilla-sops/"));

  private final About about;

  FluxRule(About about) {
    this.about = about;
  }

  @Override
  public String code() {
    return name();
  }

  @Override
  public About about() {
    return about;
  }
}
